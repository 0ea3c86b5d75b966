/** @file Links in the details: to another node, to a line of the snippet. */
import type { RunReport, SourceRange } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import { inVsCode, type Post } from '../host.js';
import { nodeName, type GraphModel } from '../model/graph.js';
import { grouped, oneLine } from '../model/text.js';
import { linkButton } from './section.js';

const NAME_LIMIT = 32;
/** More links than this are a list that nobody reads. */
const MOST = 20;

export class Links {
  constructor(
    private readonly model: GraphModel,
    private readonly report: RunReport,
    private readonly post: Post,
    private readonly select: (id: string) => void,
  ) {}

  /** Links to nodes, in order. A node that a truncated report left out is named as such. */
  list(ids: readonly string[]): HTMLElement {
    const shown = ids.slice(0, MOST).map(id => this.#node(id));
    const rest = ids.length - shown.length;
    return element('span', { class: 'links' }, ...shown, rest > 0 ? `and ${grouped(rest)} more` : null);
  }

  /** Where it was made: `line 5`, or `model.dz.ts line 5` in another file. Null where that is unknown. */
  source(range: SourceRange | null, line: number | null): HTMLElement | null {
    if (!range) return line === null ? null : element('p', { class: 'kind' }, `line ${line}`);
    const file = range.file === 0 ? '' : `${this.report.files[range.file]?.split(/[\\/]/).at(-1) ?? 'another file'} `;
    const text = `${file}line ${range.line}`;
    return linkButton(text, `Show ${text} in the ${inVsCode ? 'editor' : 'source'}`, () => { this.post({ type: 'reveal', ranges: [range], asked: true }); });
  }

  /** A link to one node or group. */
  to(id: string, name: string, kind: string): HTMLElement {
    return linkButton(oneLine(name, NAME_LIMIT), `Select ${kind} ${name}`, () => { this.select(id); });
  }

  #node(id: string): HTMLElement {
    const node = this.model.byId.get(id);
    if (!node) return element('span', { class: 'muted' }, 'not shown');
    return this.to(id, nodeName(node), node.kind === 'function' ? 'Function' : 'Variable');
  }
}
