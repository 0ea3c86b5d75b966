/** @file Why a Variable has no gradient, and the link that would give it one. */
import type { RunMode, RunReport, VariableReport } from '../../protocol/report.js';
import { findBackwardStart } from './backward-start.js';
import { commandLink } from './markdown.js';

export interface GradientContext {
  readonly uri: string;
  readonly report: RunReport;
  /** The modes as they are set now; the report has those of its run. */
  readonly mode: RunMode;
}

/** One sentence in Markdown with its link, or null where there is a gradient. */
export function explainGradient(variable: VariableReport, context: GradientContext): string | null {
  switch (variable.gradState) {
    case 'present':
      return null;
    case 'not-run':
      return sentence(hasRunBackward(context.report) ? 'backward has not run since it was made' : 'backward has not run yet', backwardLink(variable, context));
    case 'dropped':
      return sentence(...explainDropped(variable, context));
    case 'cleared':
      return sentence('cleared after backward', backwardLink(variable, context));
    case 'unreached':
      return sentence('the last backward started from a value that does not depend on it', backwardLink(variable, context));
    case 'unrecorded':
      return sentence(...explainUnrecorded(variable, context));
  }
}

function sentence(reason: string, link: string | null): string {
  return `gradient **null**: ${reason}.${link ? ` ${link}` : ''}`;
}

function explainDropped(variable: VariableReport, context: GradientContext): [string, string | null] {
  const { uri, report, mode } = context;
  // The mode was on, so the snippet itself asked for this backward without it.
  if (report.mode.retainGrad) return ['dropped after use, because that backward ran with retain-grad off', backwardLink(variable, context)];
  if (mode.retainGrad) return ['dropped after use, because retain-grad was off', commandLink('Run again, now with retain-grad on', 'dezero.run', [uri])];
  return ['dropped after use, because retain-grad is off', commandLink('Keep gradients and run again', 'dezero.toggleRetainGrad', [])];
}

function explainUnrecorded(variable: VariableReport, { uri, report, mode }: GradientContext): [string, string | null] {
  const where = variable.line === null ? '' : ` at line ${variable.line}`;
  return [`made under no-grad${where}: nothing was recorded`, recordLink(uri, report, mode)];
}

/** Only the mode can be changed from here; a `noGrad()` in the snippet is the user's own. */
function recordLink(uri: string, report: RunReport, mode: RunMode): string | null {
  if (mode.noGrad) return commandLink('Turn no-grad off and run again', 'dezero.toggleNoGrad', []);
  if (report.mode.noGrad) return commandLink('Run again, now with no-grad off', 'dezero.run', [uri]);
  return null;
}

function hasRunBackward(report: RunReport): boolean {
  return report.variables.some(({ gradState }) => gradState !== 'not-run' && gradState !== 'unrecorded');
}

function backwardLink(variable: VariableReport, { uri, report, mode }: GradientContext): string | null {
  const start = findBackwardStart(variable, report);
  return start ? linkFrom(start, uri) : recordLink(uri, report, mode);
}

function linkFrom(variable: VariableReport, uri: string): string {
  const label = variable.name ?? variable.expression;
  return commandLink(label === null ? 'Run backward' : `Run backward from ${label}`, 'dezero.backward', [uri, variable.id]);
}
