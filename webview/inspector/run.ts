/** @file The details of a run, where no node is selected. */
import type { RunReport } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import type { Changes } from '../model/changes.js';
import { formatBytes, formatDuration, grouped } from '../model/text.js';
import type { Links } from './links.js';
import { facts, section } from './section.js';

export function runDetails(report: RunReport, changes: Changes, links: Links): HTMLElement[] {
  const { totals, mode, variables } = report;
  const withGrad = variables.filter(each => each.gradState === 'present').length;
  const modes = [mode.retainGrad ? 'Retain Grad' : null, mode.noGrad ? 'No-Grad' : null].filter(each => each !== null);
  return [
    element('header', { class: 'title' }, element('p', { class: 'kind' }, 'Run'), element('h2', {}, report.ok ? 'Finished' : 'Failed')),
    section('Graph', facts([
      ['Variables', grouped(totals.variables)],
      ['Functions', grouped(totals.functions)],
      ['with gradient', grouped(withGrad)],
      ['memory', formatBytes(totals.bytes)],
      ['output', report.output === null ? 'none' : links.list([report.output])],
    ])),
    section('Run', facts([
      ['took', formatDuration(report.durationMs)],
      ['modes', modes.length === 0 ? 'none' : modes.join(', ')],
    ])),
    ...sinceBefore(changes),
    element('p', { class: 'reason' }, 'Select a node to see its value, its gradient and its line.'),
  ];
}

/** Which they are, the colouring by change shows. */
function sinceBefore({ of, gone }: Changes): HTMLElement[] {
  if (of.size === 0) return [];
  const [fresh, other] = (['new', 'other'] as const).map(wanted => [...of.values()].filter(change => change === wanted).length) as [number, number];
  const count = (nodes: number): string => nodes === 0 ? 'none' : grouped(nodes);
  return [section('Nodes since the run before', facts([['new', count(fresh)], ['other', count(other)], ['gone', count(gone)]]))];
}
