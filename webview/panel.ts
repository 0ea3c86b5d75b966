/** @file The panel: takes each state through model, measures, layout and picture, and keeps its parts of one mind. */
import type { PanelState } from '../src/protocol/panel.js';
import { element, setText } from './dom/element.js';
import type { Host } from './host.js';
import { Inspector } from './inspector/inspector.js';
import { listenForKeys } from './keyboard.js';
import { LayoutPlanner } from './layout/planner.js';
import { startLayoutThread } from './layout/thread.js';
import type { LayoutRequest } from './layout/request.js';
import { buildGraph, emptyModel, type GraphModel } from './model/graph.js';
import { emptyPageOf, noticesOf } from './model/notices.js';
import { relativesOf, type Relatives, type Side } from './model/relatives.js';
import { searchGraph } from './model/search.js';
import { shortName, spokenRun } from './model/spoken.js';
import { formatBytes, plural } from './model/text.js';
import { HelpSheet } from './stage/help.js';
import { Legend } from './stage/legend.js';
import { EmptyView, Notices } from './stage/notices.js';
import { GraphTree } from './stage/tree.js';
import { Keeper } from './state.js';
import { SearchBox } from './toolbar/search.js';
import { Toolbar } from './toolbar/toolbar.js';
import { GraphView } from './view/graphView.js';
import { canvasMeasure, measureCard, type Card } from './view/measure.js';
import { onThemeChange, readTheme } from './view/theme.js';

/** From this width on the details have a side of their own; below it they come up over the graph. */
const WIDE = 720;

/** Sends the layout of one model and reads it back as plain data. */
function layoutRequest(model: GraphModel, cards: ReadonlyMap<string, Card>, state: PanelState, previous: LayoutRequest['previous']): LayoutRequest {
  return {
    direction: state.direction,
    nodes: model.nodes.map(node => {
      const { width, height } = cards.get(node.id)!;
      return { id: node.id, layer: node.layer, width, height, ports: node.kind === 'function' };
    }),
    edges: model.edges.map(({ id, source, target }) => ({ id, source, target })),
    previous,
  };
}

export class Panel {
  #keeper: Keeper;
  #planner: LayoutPlanner;
  #measure = canvasMeasure();
  #theme = readTheme();
  #view: GraphView;
  #tree: GraphTree;
  #toolbar: Toolbar;
  #search: SearchBox;
  #legend: Legend;
  #inspector: Inspector;
  #notices: Notices;
  #empty: EmptyView;
  #counts = element('div', { class: 'counts' });
  #live = element('div', { class: 'spoken', 'aria-live': 'polite', role: 'status' });
  #stage: HTMLElement;

  #state: PanelState | null = null;
  #model: GraphModel = emptyModel;
  /** Whose relatives the picture shows alone. */
  #focus: Relatives | null = null;
  /** The graph on the screen, as text: an equal one is not laid out again. */
  #shownGraph = '';
  #uri: string | null;
  #selection: readonly string[] = [];
  #matches: readonly string[] = [];
  #match: number | null = null;
  #number = 0;

  constructor(private readonly app: HTMLElement, private readonly host: Host) {
    this.#keeper = new Keeper(host);
    const kept = this.#keeper.value;
    this.#uri = kept.uri;
    const worker = app.dataset['layoutWorker'];
    this.#planner = new LayoutPlanner(worker ? startLayoutThread(worker) : null);
    this.#view = new GraphView(this.#theme, {
      picked: id => { this.#pick(id, { from: 'picture' }); },
      moved: viewport => { this.#keeper.keep({ viewport }); },
    });
    this.#tree = new GraphTree({
      chosen: id => { this.#pick(id, { from: 'tree' }); },
      focused: id => { this.#focusNode(id); },
    });
    this.#search = new SearchBox({
      queried: query => { this.#query(query); },
      stepped: by => { this.#step(by); },
      left: () => { if (this.#model.nodes[0]) this.#tree.focus(this.#selection[0] ?? this.#model.nodes[0].id); },
    });
    const help = new HelpSheet();
    this.#toolbar = new Toolbar({
      action: action => { host.post({ type: 'action', action }); },
      fit: () => { this.#view.fit(); },
      zoom: factor => { this.#view.zoomBy(factor); },
      details: () => { this.#openDetails(!this.#inspector.open, { keep: true }); },
      help: () => { help.open(); },
    }, this.#search.root);
    this.#inspector = new Inspector({
      post: host.post,
      select: id => { this.#pick(id, { from: 'details' }); },
      relatives: side => { this.#showRelatives(side); },
      close: () => { this.#openDetails(false, { keep: true }); },
    });
    this.#legend = new Legend(open => { this.#keeper.keep({ legend: open }); });
    this.#notices = new Notices(host.post);
    this.#empty = new EmptyView(host.post);
    this.#stage = element('main', { class: 'stage', 'aria-label': 'Computation graph' },
      this.#view.root, this.#tree.root, this.#empty.root, this.#legend.root, this.#view.minimap.root, this.#counts);
    app.classList.add('panel');
    app.replaceChildren(
      this.#toolbar.root,
      element('div', { class: 'progress', 'aria-hidden': 'true' }),
      this.#notices.root,
      element('div', { class: 'body' }, this.#stage, this.#inspector.root),
      this.#live,
      help.root,
    );
    this.#legend.open = kept.legend;
    this.#search.query = kept.search;
    this.#openDetails(kept.details ?? app.clientWidth >= WIDE, { keep: false });
    listenForKeys(document, {
      fit: () => { this.#view.fit(); },
      zoom: factor => { this.#view.zoomBy(factor); },
      search: () => { this.#search.focus(); },
      escape: () => { this.#escape(); },
      help: () => { help.open(); },
      relatives: side => { this.#showRelatives(side); },
    });
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, () => { app.classList.toggle('by-pointer', type === 'pointerdown'); }, { capture: true });
    }
    onThemeChange(() => { this.#retheme(); });
    window.addEventListener('pagehide', () => { this.#keeper.flush(); });
  }

  /** Shows what was shown before a reload, until the extension sends the state. */
  restore(): void {
    const { panel, selection } = this.#keeper.value;
    this.#selection = selection;
    if (panel) void this.#take(panel, { arrived: null });
  }

  /** Shows a state; `arrived` is when its message came, as `performance.now()` has it. */
  show(state: PanelState, arrived: number): void {
    const kept = this.#keeper.value.panel;
    if (state.activity === 'idle' && kept?.report && kept.snippet?.uri === state.snippet?.uri) {
      // The window was reloaded: the extension knows of no run, but what it gave is still worth reading.
      void this.#take({ ...state, report: kept.report, activity: 'restored' }, { arrived });
      return;
    }
    this.#keeper.keepPanel(state);
    void this.#take(state, { arrived });
  }

  /** The editor's cursor is on these elements. The focus stays where it is. */
  select(ids: readonly string[]): void {
    // Some may be of a graph that is still being laid out: they show when it does.
    this.#setSelection(ids);
    this.#view.reveal(ids.filter(id => this.#model.byId.has(id)), { readable: false });
  }

  async #take(state: PanelState, { arrived }: { arrived: number | null }): Promise<void> {
    const number = ++this.#number;
    const before = this.#state;
    this.#state = state;
    // The ids of one snippet say nothing in another.
    if ((state.snippet?.uri ?? null) !== this.#uri) {
      this.#selection = [];
      this.#focus = null;
    }
    this.#uri = state.snippet?.uri ?? null;
    this.#chrome(state);
    const model = state.report ? buildGraph(state.report) : emptyModel;
    const cards = this.#cards(model);
    const request = layoutRequest(model, cards, state, this.#view.positions);
    const graph = JSON.stringify([request.direction, request.nodes, request.edges]);
    if (graph !== this.#shownGraph || this.#shownGraph === '') {
      const layout = await this.#planner.plan(request);
      if (!layout || number !== this.#number) return;
      this.#place(state);
      if (model.nodes.length === 0) this.#view.clear();
      else this.#view.show({ model, cards, layout, output: state.report?.output ?? null });
      this.#shownGraph = graph;
      this.#view.reveal(this.#selection.filter(id => model.byId.has(id)), { readable: false });
    } else {
      this.#view.update({ model, cards });
    }
    this.#model = model;
    this.#tree.show(model);
    if (this.#focus !== null) this.#applyFocus();
    this.#setSelection(this.#selection.filter(id => model.byId.has(id)));
    this.#query(this.#search.query);
    this.#announce(state, before);
    // While a run is on, the graph is the last one's, and was painted then.
    if (arrived !== null && state.report && state.activity !== 'running') this.#reportPaint(model.nodes.length, arrived, number);
  }

  /** What stands around the graph: at once, for it needs no layout. */
  #chrome(state: PanelState): void {
    this.#toolbar.show(state);
    this.#notices.show(noticesOf(state));
    const page = emptyPageOf(state);
    this.#empty.show(page);
    this.app.classList.toggle('is-running', state.activity === 'running');
    this.app.classList.toggle('is-stale', state.activity === 'stale' || state.activity === 'restored');
    this.app.classList.toggle('is-empty', page !== null);
    this.#stage.setAttribute('aria-busy', String(state.activity === 'running'));
    const totals = state.report?.totals;
    setText(this.#counts, totals
      ? `${plural(totals.variables, 'Variable')} · ${plural(totals.functions, 'Function')} · ${formatBytes(totals.bytes)}`
      : '');
  }

  /** Where the camera is to be for this snippet: where the user left it, else on the whole graph. */
  #place(state: PanelState): void {
    const uri = state.snippet?.uri ?? null;
    const kept = this.#keeper.value;
    if (this.#shownGraph === '' && kept.uri === uri && kept.viewport) {
      this.#view.restore(kept.viewport);
    } else if (kept.uri !== uri) {
      this.#view.follow();
      this.#keeper.keep({ uri, viewport: null });
    }
  }

  #cards(model: GraphModel): Map<string, Card> {
    const incoming = new Map<string, number>();
    const outgoing = new Map<string, number>();
    for (const { source, target } of model.edges) {
      outgoing.set(source, (outgoing.get(source) ?? 0) + 1);
      incoming.set(target, (incoming.get(target) ?? 0) + 1);
    }
    return new Map(model.nodes.map(node => {
      const edges = Math.max(incoming.get(node.id) ?? 0, outgoing.get(node.id) ?? 0);
      return [node.id, measureCard(node, edges, this.#theme.fonts, this.#measure)];
    }));
  }

  #announce(state: PanelState, before: PanelState | null): void {
    if (state.activity === 'running') {
      if (before?.activity !== 'running') setText(this.#live, 'Running.');
    } else if (state.report && (before?.activity === 'running' || before?.report === null)) {
      setText(this.#live, spokenRun(state.report));
    }
  }

  /** The second frame begins when the first has been painted. */
  #reportPaint(elements: number, arrived: number, number: number): void {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (number !== this.#number) return;
      this.host.post({ type: 'painted', elements, durationMs: performance.now() - arrived });
    }));
  }

  #pick(id: string | null, { from }: { from: 'picture' | 'tree' | 'details' }): void {
    this.#setSelection(id === null ? [] : [id]);
    const node = id === null ? undefined : this.#model.byId.get(id);
    if (!node) return;
    if (!this.#inspector.open) this.#openDetails(true, { keep: false });
    if (from === 'picture') this.#tree.focus(node.id);
    this.#view.reveal([node.id], { readable: from !== 'picture' });
    const { range } = node.report;
    if (range) this.host.post({ type: 'reveal', range });
  }

  #setSelection(ids: readonly string[]): void {
    this.#selection = ids;
    this.#keeper.keep({ selection: ids });
    this.#view.mark('picked', ids);
    this.#tree.select(ids);
    this.#inspect();
  }

  #inspect(): void {
    if (this.#state) this.#inspector.show(this.#model, this.#state, this.#selection, this.#focus);
  }

  /** Of the selected node, or else of the one that the keyboard is on; once more: all of the graph again. */
  #showRelatives(side: Side): void {
    const id = this.#selection.find(each => this.#model.byId.has(each)) ?? this.#tree.current;
    if (id === null || !this.#model.byId.has(id)) return;
    const isShown = this.#focus !== null && this.#focus.id === id && this.#focus.side === side;
    this.#focus = isShown ? null : { id, side };
    this.#applyFocus();
    this.#inspect();
  }

  #applyFocus(): void {
    const node = this.#focus && this.#model.byId.get(this.#focus.id);
    if (!this.#focus || !node) {
      if (this.#focus === null) setText(this.#live, 'All nodes are shown.');
      this.#focus = null;
      this.#view.focusOn(null);
      return;
    }
    const shown = relativesOf(this.#model, node.id, this.#focus.side);
    this.#view.focusOn(shown);
    const what = this.#focus.side === 'before' ? `${shortName(node)} is made from` : `${shortName(node)} goes into`;
    setText(this.#live, shown.size === 1 ? `There is nothing that ${what}.` : `${plural(shown.size - 1, 'node')} that ${what}; the others are faint.`);
  }

  /** The node that the keyboard is on is ringed, and brought into sight. */
  #focusNode(id: string | null): void {
    // A click sets the focus too: the ring is for those who came by keyboard.
    const visible = id !== null && !this.app.classList.contains('by-pointer');
    this.#view.mark('focused', visible ? [id] : []);
    if (visible) this.#view.reveal([id], { readable: true });
  }

  #query(query: string): void {
    this.#matches = searchGraph(this.#model, query);
    this.#match = null;
    this.#view.mark('match', this.#matches);
    this.#search.showCount(null, this.#matches.length);
    if (query !== this.#keeper.value.search) this.#keeper.keep({ search: query });
  }

  #step(by: 1 | -1): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#match = this.#match === null ? (by === 1 ? 0 : count - 1) : (this.#match + by + count) % count;
    const id = this.#matches[this.#match]!;
    this.#setSelection([id]);
    this.#view.reveal([id], { readable: true });
    this.#search.showCount(this.#match, count);
  }

  #escape(): void {
    if (this.#focus !== null) {
      this.#focus = null;
      this.#applyFocus();
      this.#inspect();
    } else if (this.#selection.length > 0) this.#setSelection([]);
    else if (this.app.clientWidth < WIDE) this.#openDetails(false, { keep: true });
  }

  #openDetails(open: boolean, { keep }: { keep: boolean }): void {
    this.#inspector.open = open;
    this.#toolbar.details = open;
    if (keep) this.#keeper.keep({ details: open });
  }

  #retheme(): void {
    this.#theme = readTheme();
    this.#view.restyle(this.#theme);
  }
}
