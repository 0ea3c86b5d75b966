/** @file The lines of text on a node: styled runs, before anything is measured or drawn. */
import { gradientText } from './gradient.js';
import { noValue } from './no-value.js';
import { nodeName, type FunctionNode, type GroupNode, type ShownNode, type VariableNode } from './graph.js';
import { contentsOf, groupName, timesOf } from './group-text.js';
import { operatorSign } from './operators.js';
import { formatBytes, formatShape, grouped, oneLine } from './text.js';

/** How a run of text looks; the view gives each its font and colour. */
export type TextStyle =
  /** The name of a Variable or Function. */
  | 'name'
  /** The expression of a Variable without a name: the snippet's code. */
  | 'expression'
  | 'sign'
  | 'label'
  | 'value'
  | 'grad'
  /** Words in the place of a number: dropped, not recorded. */
  | 'note';

export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
}

export type CardLine = readonly TextRun[];

/** Characters on one line of a node. */
export const LINE_LIMIT = 24;
/** Of a Variable without a name: its expression is read in the details and in the editor. */
const EXPRESSION_LIMIT = 18;

const LABEL = 'value '.length;

function titleOf(node: VariableNode): CardLine {
  const { name } = node.report;
  return [{ text: oneLine(nodeName(node), name === null ? EXPRESSION_LIMIT : LINE_LIMIT), style: name === null ? 'expression' : 'name' }];
}

/** Of what is more than a number, or of another kind than numbers are by themselves. */
function arrayLine({ report: { shape, dtype, bytes, value } }: VariableNode): CardLine | null {
  if (dtype === null || (shape.length === 0 && dtype === 'float64')) return null;
  const facts = [formatShape(shape), dtype, ...(value ? [formatBytes(bytes)] : [])];
  return [{ text: oneLine(facts.join(' · '), 36), style: 'label' }];
}

function gradLine({ report }: VariableNode): CardLine {
  const text = gradientText(report, LINE_LIMIT - LABEL);
  if (report.gradState === 'unrecorded') return [{ text, style: 'note' }];
  return [{ text: 'grad', style: 'label' }, { text, style: report.gradState === 'present' ? 'grad' : 'note' }];
}

function variableCard(node: VariableNode): CardLine[] {
  const { value } = node.report;
  const array = arrayLine(node);
  return [
    titleOf(node),
    ...(array ? [array] : []),
    [{ text: 'value', style: 'label' }, value ? { text: oneLine(value.text, LINE_LIMIT - LABEL), style: 'value' } 
      : { text: noValue(node.report), style: 'note' }],
    gradLine(node),
  ];
}

function functionCard({ report }: FunctionNode): CardLine[] {
  const sign = operatorSign(report.op);
  const name: TextRun = { text: oneLine(report.op, LINE_LIMIT), style: 'name' };
  return [sign === null ? [name] : [name, { text: sign, style: 'sign' }]];
}

function groupCard(node: GroupNode): CardLine[] {
  const times = timesOf(node);
  const name: TextRun = { text: oneLine(groupName(node), LINE_LIMIT), style: 'name' };
  return [
    times === null ? [name] : [name, { text: `×${grouped(times)}`, style: 'sign' }],
    [{ text: oneLine(contentsOf(node), 36), style: 'label' }],
    ...(node.nonFinite > 0 ? [[{ text: 'has NaN or infinity', style: 'note' as const }]] : []),
  ];
}

/** The lines of a node's card, the title first. */
export function cardOf(node: ShownNode): CardLine[] {
  switch (node.kind) {
    case 'variable': return variableCard(node);
    case 'function': return functionCard(node);
    case 'group': return groupCard(node);
  }
}
