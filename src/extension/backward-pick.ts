/** @file The quick pick of Backward: the Variables of the live run, the last output first. */
import { window, type QuickPickItem } from 'vscode';
import type { RunMode, RunReport, VariableReport } from '../protocol/report.js';
import { differentiable } from './differentiable.js';
import { messages } from './messages.js';

interface VariableItem extends QuickPickItem {
  readonly id: string;
}

/** Id of the Variable that the user picked. */
export async function pickVariable(name: string, report: RunReport, mode: RunMode): Promise<string | undefined> {
  const items = differentiable(report).map(toItem);
  const options = {
    title: messages.pickTitle(name),
    placeHolder: messages.pickPlaceholder(mode.retainGrad),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await window.showQuickPick(items, options))?.id;
}

function toItem({ id, name, expression, shape, dtype, line, value, state }: VariableReport): VariableItem {
  const facts = [
    name !== null && expression !== null && name !== expression ? expression : null,
    `(${shape.join(', ')}${shape.length === 1 ? ',' : ''}) ${dtype ?? ''}`,
    line === null ? null : messages.line(line),
    state === 'unrecorded' ? messages.unrecorded() : null,
  ];
  return {
    id,
    label: name ?? expression ?? messages.unnamed(),
    description: facts.filter(fact => fact !== null).join(' · '),
    detail: (value?.text ?? '').replace(/\s+/g, ' ').slice(0, 120),
  };
}
