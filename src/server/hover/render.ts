/** @file A Variable of the last run as the Markdown of a hover. */
import type { RunReport, VariableReport } from '../../protocol/report.js';
import { explainGradient, type GradientContext } from './explain-gradient.js';
import type { HoverTarget } from './find-target.js';
import { codeBlock, commandLink, escapeText, inlineCode } from './markdown.js';
import { layOutValues, type LabelledTensor } from './value-text.js';

/** A name may be any string that the user gave. */
const longestName = 60;

export function renderTarget(target: HoverTarget, context: GradientContext): string {
  if (target.kind === 'left-out') {
    return 'The run made more values than its report holds; this one was left out.';
  }
  const { variable } = target;
  const rows: LabelledTensor[] = [{ label: 'value', tensor: variable.value, otherwise: variable.state === 'freed' ? 'freed: no backward rule reads it, and no name holds it' : 'None' }];
  if (variable.grad) rows.push({ label: 'gradient', tensor: variable.grad });
  return [
    renderTitle(target, context.report),
    codeBlock(layOutValues(rows)),
    explainGradient(variable, context),
    commandLink('Show in graph', 'dezero.showGraph', [context.uri, variable.id]),
  ].filter(part => part !== null).join('\n\n');
}

/** The text changed: places in the report may mean something else by now. */
export function renderStale(uri: string): string {
  return `The snippet has changed since its last run. ${commandLink('Run', 'dezero.run', [uri])}`;
}

export function renderNotRun(uri: string): string {
  return commandLink('Run to see its value', 'dezero.run', [uri]);
}

function renderTitle(target: HoverTarget & { kind: 'value' }, report: RunReport): string {
  const { variable, passes, moreOutputs } = target;
  const facts = [
    `Variable${passes > 1 ? ` ×${passes}${report.truncated ? ' or more' : ''}, last value` : ''}`,
    `shape ${formatShape(variable.shape)}`,
    variable.dtype ?? 'empty',
    `generation ${variable.generation}`,
    origin(variable, report),
  ];
  if (target.name !== null && variable.name !== null && variable.name !== target.name) facts.push(`named ${escapeText(shorten(variable.name))}`);
  if (moreOutputs > 0) facts.push(`first of ${moreOutputs + 1} outputs`);
  return `${titleName(target)} — ${facts.filter(fact => fact !== null).join(', ')}`;
}

function titleName({ name, variable }: HoverTarget & { kind: 'value' }): string {
  const shown = name ?? variable.name;
  if (shown !== null && shown !== '') return `**${escapeText(shorten(shown))}**`;
  return variable.expression === null ? '**Variable**' : inlineCode(shorten(variable.expression));
}

function origin({ state, creator }: VariableReport, report: RunReport): string | null {
  if (state === 'leaf') return 'leaf';
  const made = report.functions.find(({ id }) => id === creator);
  return made ? `output of ${escapeText(shorten(made.op))}` : null;
}

/** As Python writes a tuple. */
function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

function shorten(text: string): string {
  return text.length <= longestName ? text : `${text.slice(0, longestName - 1)}…`;
}
