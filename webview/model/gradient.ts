/** @file What the panel says of a gradient: the text on the node, why it is null, and what changes that. */
import type { FromPanel, PanelState } from '../../src/protocol/panel.js';
import type { GradState, RunReport, TensorSummary, VariableReport } from '../../src/protocol/report.js';
import { oneLine } from './text.js';

/** A button that changes something, and the message that it posts. */
export interface Fix {
  readonly label: string;
  readonly message: FromPanel;
}

/** For the node, where every character counts. */
const shortTexts: Record<Exclude<GradState, 'present'>, string> = {
  'not-run': '– not run',
  dropped: 'dropped',
  cleared: '– cleared',
  unreached: '– not reached',
  unrecorded: 'not recorded',
};

/** For a list read aloud. */
const spokenTexts: Record<Exclude<GradState, 'present'>, string> = {
  'not-run': 'grad none, backward not run',
  dropped: 'grad dropped',
  cleared: 'grad cleared',
  unreached: 'grad none, not reached by backward',
  unrecorded: 'not recorded',
};

/** The largest absolute value of a gradient's elements; infinite where any is NaN or infinite. */
export function sizeOf({ min, max, nonFinite }: TensorSummary): number {
  return nonFinite > 0 ? Infinity : Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0));
}

/** The gradient as text of at most `limit` characters: `2.0`, `dropped`, `– not run`. */
export function gradientText(variable: VariableReport, limit: number): string {
  if (variable.gradState !== 'present') return shortTexts[variable.gradState];
  return variable.grad ? oneLine(variable.grad.text, limit) : '–';
}

/** `grad 2.0`, `grad dropped`, `grad none, backward not run`. */
export function spokenGradient(variable: VariableReport, limit: number): string {
  if (variable.gradState !== 'present') return spokenTexts[variable.gradState];
  return `grad ${variable.grad ? oneLine(variable.grad.text, limit) : 'none'}`;
}

const action = (label: string, name: Extract<FromPanel, { type: 'action' }>['action']): Fix => ({
  label, message: { type: 'action', action: name },
});

/** Runs backward from the output, or lets the user choose where there is none. */
export function backwardFix(report: RunReport): Fix {
  const output = report.variables.find(each => each.id === report.output);
  if (!output || output.state !== 'computed') return action('Run backward', 'backward');
  return {
    label: output.name === null ? 'Run backward' : `Run backward from ${output.name}`,
    message: { type: 'backward', variable: output.id },
  };
}

/** The way out of no-grad: the switch if it is still on, else a new run. */
export function noGradFix(state: PanelState): Fix {
  return state.mode.noGrad ? action('Turn off No-Grad', 'toggleNoGrad') : action('Run again', 'run');
}

export interface Explanation {
  readonly reason: string;
  readonly fix: Fix | null;
}

/** Why the gradient of a Variable is null, and what would change it; null where there is a gradient. */
export function explainGradient(variable: VariableReport, report: RunReport, state: PanelState): Explanation | null {
  switch (variable.gradState) {
    case 'present':
      return null;
    case 'not-run':
      return { reason: 'Backward has not run yet, so there is no gradient. That is not a gradient of 0.', fix: backwardFix(report) };
    case 'dropped':
      return {
        reason: 'Backward passed through here and dropped the gradient after use: without retain-grad only leaf Variables keep theirs.',
        fix: state.mode.retainGrad ? action('Run again with Retain Grad', 'run') : action('Keep gradients and run again', 'toggleRetainGrad'),
      };
    case 'cleared':
      return { reason: 'It had a gradient, and clearGrad() removed it.', fix: backwardFix(report) };
    case 'unreached': {
      const output = report.variables.find(each => each.id === report.output);
      const root = output?.name ?? 'a Variable';
      return { reason: `Backward ran from ${root}, which does not depend on this Variable.`, fix: action('Run backward from another…', 'backward') };
    }
    case 'unrecorded':
      return report.mode.noGrad
        ? { reason: 'The run was under no-grad: no Function was recorded, so there is nothing to differentiate.', fix: noGradFix(state) }
        : { reason: 'It was made inside noGrad() in the snippet: its Function was not recorded. Move that line out of noGrad() to differentiate it.', fix: null };
  }
}
