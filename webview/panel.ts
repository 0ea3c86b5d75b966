/** @file The panel: takes each state through model, measures, layout and picture, and keeps its parts of one mind. */
import type { PanelState } from '../src/protocol/panel.js';
import { element, setText } from './dom/element.js';
import { Highlights } from './highlights.js';
import type { Host } from './host.js';
import { Drawing } from './drawing.js';
import { noFolds, TooManyNodes, type Folding } from './fold/folding.js';
import type { Group } from './fold/group.js';
import { Inspector } from './inspector/inspector.js';
import { listenForKeys } from './keyboard.js';
import { emptyPageOf, noticesOf } from './model/notices.js';
import type { Side } from './model/relatives.js';
import { spokenRun, spokenToggle } from './model/spoken.js';
import { heirsOf, type Successors } from './model/successors.js';
import { formatBytes, plural } from './model/text.js';
import { nameOf, rangesOf, toggled } from './selection.js';
import { HelpSheet } from './stage/help.js';
import { EmptyView, Notices } from './stage/notices.js';
import { LayoutProgress } from './stage/layout-progress.js';
import { rowsOf } from './stage/rows.js';
import { Trail, trailOf } from './stage/trail.js';
import { GraphTree } from './stage/tree.js';
import { Keeper } from './state.js';
import { Search } from './toolbar/search.js';
import { Toolbar } from './toolbar/toolbar.js';
import type { GraphView } from './view/graphView.js';
import { onThemeChange } from './view/theme.js';
import { Visits } from './visits.js';

/** From this width on the details have a side of their own; below it they come up over the graph. */
const WIDE = 720;

export class Panel {
  #keeper: Keeper;
  #drawing: Drawing;
  #progress = new LayoutProgress({
    cancelled: () => { this.#drawing.cancel(); },
    resumed: () => { this.#refold(() => this.#drawing.resume()); },
  });
  #highlights: Highlights;
  #tree: GraphTree;
  #toolbar: Toolbar;
  #search: Search;
  #inspector: Inspector;
  #notices: Notices;
  #empty: EmptyView;
  #trail: Trail;
  #counts = element('div', { class: 'counts' });
  #live = element('div', { class: 'spoken', 'aria-live': 'polite', role: 'status' });
  #stage: HTMLElement;

  #state: PanelState | null = null;
  #visits = new Visits();
  #picks = 0;
  #has = (id: string): boolean => this.#drawing.has(id);
  #uri: string | null;
  #selection: readonly string[] = [];

  constructor(private readonly app: HTMLElement, private readonly host: Host) {
    this.#keeper = new Keeper(host);
    const kept = this.#keeper.value;
    this.#uri = kept.uri;
    this.#drawing = new Drawing(app.dataset['layoutWorker'], {
      picked: (id, { adding }) => { this.#pick(id, { from: 'picture', adding }); },
      opened: id => { this.#refold(() => this.#folding.toggle(id)); },
      folded: group => { this.#refold(() => this.#folding.set(group, false)); },
      moved: viewport => { this.#keeper.keep({ viewport }); },
    }, this.#progress);
    this.#tree = new GraphTree({
      chosen: id => { this.#pick(id, { from: 'tree' }); },
      toggled: id => { this.#pick(id, { from: 'tree', adding: true }); },
      focused: id => { this.#focusNode(id); },
    });
    this.#search = new Search({
      found: ids => { this.#found(ids); },
      gone: id => {
        this.#visits.add(id);
        this.#goTo(id);
      },
      left: () => { this.#tree.focus(this.#visible(this.#selection)[0] ?? this.#tree.current); },
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
      post: host.post, pages: host.pages, keeper: this.#keeper,
      select: id => { this.#pick(id, { from: 'details' }); },
      relatives: side => { this.#showRelatives(side); },
      ways: () => { this.#highlights.ways(this.#selection); },
      visit: by => { this.#visit(by); },
      fold: (group, open) => { this.#refold(() => this.#folding.set(group, open)); },
      close: () => { this.#openDetails(false, { keep: true }); },
    });
    this.#trail = new Trail({
      chosen: group => { this.#choose(group); },
      turned: (loop, turn) => { this.#refold(() => this.#folding.showTurn(loop, turn)); },
      foldAll: () => { this.#refold(() => this.#folding.setAll(false)); },
      unfoldAll: () => { this.#refold(() => this.#folding.setAll(true)); },
    });
    this.#highlights = new Highlights(this.#drawing, this.#keeper, {
      redraw: async () => { if (this.#state) await this.#draw(this.#state); },
      changed: () => { this.#inspect(); },
      say: text => { setText(this.#live, text); },
    });
    this.#notices = new Notices(host.post);
    this.#empty = new EmptyView(host.post);
    this.#stage = element('main', { class: 'stage', 'aria-label': 'Computation graph' }, this.#view.root,
      this.#tree.root, this.#empty.root, this.#highlights.legend.root, this.#view.minimap.root, this.#counts, this.#progress.root);
    app.classList.add('panel');
    app.replaceChildren(
      element('header', {}, this.#toolbar.root, element('div', { class: 'progress', 'aria-hidden': 'true' }), this.#notices.root),
      element('div', { class: 'body' }, element('div', { class: 'graph-side' }, this.#trail.root, this.#stage), this.#inspector.root),
      this.#live,
      help.root,
    );
    this.#search.query = kept.search;
    this.#openDetails(kept.details ?? app.clientWidth >= WIDE, { keep: false });
    listenForKeys(document, {
      fit: () => { this.#view.fit(); },
      zoom: factor => { this.#view.zoomBy(factor); },
      search: () => { this.#search.focus(); },
      escape: () => { this.#escape(); },
      help: () => { help.open(); },
      relatives: side => { this.#showRelatives(side); },
      ways: () => { this.#highlights.ways(this.#selection); },
      visit: by => { this.#visit(by); },
      colour: () => { this.#highlights.nextColouring(); },
      fold: () => { this.#refold(() => this.#folding.toggle((this.#tree.isFocused ? null : this.#selection[0]) ?? this.#tree.current)); },
      foldAll: () => { this.#refold(() => this.#folding.setAll(false)); },
      turn: by => { this.#trail.step(by); },
    });
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, () => { app.classList.toggle('by-pointer', type === 'pointerdown'); }, { capture: true });
    }
    onThemeChange(() => {
      this.#drawing.retheme();
      this.#highlights.show();
    });
    window.addEventListener('pagehide', () => { this.#keeper.flush(); });
  }

  /** Shows what was shown before a reload, until the extension sends the state. */
  restore(): void {
    const { panel, selection, folds } = this.#keeper.value;
    this.#selection = selection;
    this.#folding.restore(folds);
    if (panel) void this.#take(panel, { arrived: null });
  }

  /** Shows a state; `arrived` is when its message came, as `performance.now()` has it. */
  show(state: PanelState, arrived: number): void {
    const known = this.#state ?? this.#keeper.value.panel;
    if (state.activity === 'idle' && known?.report && known.snippet?.uri === state.snippet?.uri) {
      // The window was reloaded, or the snippet closed: the extension knows of no run, but what it gave is still worth reading.
      void this.#take({ ...state, report: known.report, activity: 'restored' }, { arrived });
      return;
    }
    this.#keeper.keepPanel(state);
    void this.#take(state, { arrived });
  }

  /** How many times the user chose here, or chose nothing: the number of the last pick. */
  get picks(): number {
    return this.#picks;
  }

  /** The editor's cursor is on these elements. The focus stays where it is. */
  select(ids: readonly string[]): void {
    // Some may be of a graph that is still being laid out: they show when it does.
    this.#setSelection(ids);
    this.#view.reveal(this.#visible(ids), { readable: false });
  }

  async #take(state: PanelState, { arrived }: { arrived: number | null }): Promise<void> {
    const before = this.#state;
    this.#state = state;
    // The ids of one snippet say nothing in another.
    if ((state.snippet?.uri ?? null) !== this.#uri) {
      this.#selection = [];
      this.#highlights.emphasis.clear();
      this.#visits = new Visits();
      this.#folding.restore(noFolds);
      this.#uri = state.snippet?.uri ?? null;
      this.#view.follow();
      this.#keeper.keep({ folds: noFolds, uri: this.#uri, viewport: null });
    }
    this.#keeper.keep({ pinned: state.pinned });
    this.#chrome(state);
    const successors = this.#drawing.take(state.report);
    if (successors) this.#rename(successors);
    if (!await this.#draw(state)) return;
    this.#search.show(this.#drawing.full);
    this.#announce(state, before);
    // While a run is on, the graph is the last one's, and was painted then.
    if (arrived === null || !state.report || state.activity === 'running') return;
    const elements = this.#drawing.full.nodes.length;
    this.#drawing.whenPainted(() => { this.host.post({ type: 'painted', elements, durationMs: performance.now() - arrived }); });
  }

  /** The nodes are of another run: what the reader has chosen stays with them. */
  #rename(successors: Successors): void {
    this.#selection = heirsOf(this.#selection, successors);
    this.#visits.rename(successors);
    this.#highlights.emphasis.rename(successors);
    this.#tree.rename(successors);
    this.#inspector.rename(successors);
    this.#keeper.keep({ folds: this.#folding.kept });
  }

  /** Draws the graph as it is folded now, with all that belongs to it. Says whether it did: a newer one may have come before. */
  async #draw(state: PanelState): Promise<boolean> {
    const drawn = await this.#drawing.draw(state.direction, () => { this.#place(); });
    if (drawn === 'cancelled') {
      this.#keeper.keep({ folds: this.#folding.kept });
      this.#showTrail();
    }
    if (drawn === 'superseded' || drawn === 'cancelled') return false;
    const { shown } = this.#drawing;
    this.#tree.show(rowsOf(shown, this.#folding.structure), shown);
    this.#highlights.show();
    this.#setSelection(this.#selection.filter(this.#has));
    if (drawn === 'anew') this.#view.reveal(this.#visible(this.#selection), { readable: false });
    this.#view.mark('match', this.#visible(this.#search.matches));
    return true;
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

  /** Where the user left the camera before a reload of the window; else it is on the whole graph. */
  #place(): void {
    const { viewport } = this.#keeper.value;
    if (this.#drawing.isFirst && viewport) this.#view.restore(viewport);
  }

  #announce(state: PanelState, before: PanelState | null): void {
    if (state.activity === 'running') {
      if (before?.activity !== 'running') setText(this.#live, 'Running.');
    } else if (state.report && (before?.activity === 'running' || before?.report === null)) {
      setText(this.#live, spokenRun(state.report));
    }
  }

  /** The user chose a node, alone or, `adding`, to add it to those that are selected or to take it away. */
  #pick(id: string | null, { from, adding = false }: { from: 'picture' | 'tree' | 'details'; adding?: boolean }): void {
    // A click beside a node, by who is collecting some.
    if (id === null && adding) return;
    const ids = id === null ? [] : adding ? toggled(this.#selection, id, this.#drawing.shown.standIn) : [id];
    const isPicked = id !== null && ids.includes(id);
    if (isPicked) this.#visits.add(id);
    this.#setSelection(ids);
    this.#picks += 1;
    this.host.post({ type: 'reveal', ranges: rangesOf(ids, this.#drawing), pick: this.#picks });
    if (id === null || !this.#drawing.has(id)) return;
    if (adding) setText(this.#live, spokenToggle(nameOf(id, this.#drawing), isPicked ? 'added' : 'taken away', ids.length));
    if (!this.#inspector.open) this.#openDetails(true, { keep: false });
    if (from === 'picture') this.#tree.focus(id);
    if (from === 'details') this.#reveal(id);
    this.#view.reveal(this.#visible([id]), { readable: from !== 'picture' });
  }

  get #view(): GraphView {
    return this.#drawing.view;
  }

  get #folding(): Folding {
    return this.#drawing.folding;
  }

  #visible(ids: readonly string[]): string[] {
    return this.#drawing.visible(ids);
  }

  /** Unfolds what a node is in. */
  #reveal(id: string): void {
    if (this.#drawing.hides(id)) this.#refold(() => this.#folding.reveal(id));
  }

  /** A step of the trail. */
  #choose(group: Group | null): void {
    if (group !== null) this.#pick(group.id, { from: 'details' });
    else {
      this.#setSelection([]);
      this.#view.fit();
    }
  }

  /** Changes what is folded, by one that says what it did; an empty sentence where that is seen and heard by itself. */
  #refold(change: () => string): void {
    if (!this.#state) return;
    let said: string;
    try {
      said = change();
    } catch (error) {
      if (!(error instanceof TooManyNodes)) throw error;
      this.#progress.refused(error.message);
      return;
    }
    this.#keeper.keep({ folds: this.#folding.kept });
    void this.#draw(this.#state).then(done => { if (done && said !== '') setText(this.#live, said); });
  }

  #setSelection(ids: readonly string[]): void {
    this.#selection = ids;
    this.#keeper.keep({ selection: ids });
    const visible = this.#visible(ids);
    this.#view.mark('picked', visible);
    this.#tree.select(ids.some(id => this.#folding.groupOf(id)) ? ids : visible);
    this.#inspect();
    this.#showTrail();
  }

  #inspect(): void {
    if (this.#state) this.#inspector.show({ state: this.#state, full: this.#drawing.full, folding: this.#folding, changes: this.#drawing.changes, ids: this.#selection, emphasis: this.#highlights.emphasis, canVisit: by => this.#visits.can(by, this.#has) });
  }

  #showTrail(): void {
    this.#trail.show(trailOf(this.#selection, this.#folding, this.#drawing.shown));
  }

  /** Of the selected node, or else of the one that the keyboard is on; once more: all of the graph again. */
  #showRelatives(side: Side): void {
    const [id] = this.#visible(this.#selection.length > 0 ? this.#selection : this.#tree.current === null ? [] : [this.#tree.current]);
    if (id === undefined) return;
    this.#highlights.relatives(id, side);
  }

  /** Back to the node that was selected before, or forward again. */
  #visit(by: 1 | -1): void {
    const id = this.#visits.go(by, this.#has);
    if (id !== null) this.#goTo(id);
  }

  /** The node that the keyboard is on is ringed, and brought into sight. */
  #focusNode(id: string | null): void {
    // A click sets the focus too: the ring is for those who came by keyboard.
    const visible = id !== null && !this.app.classList.contains('by-pointer');
    const ids = visible ? this.#visible([id]) : [];
    this.#view.mark('focused', ids);
    if (visible) this.#view.reveal(ids, { readable: true });
  }

  #found(ids: readonly string[]): void {
    this.#view.mark('match', this.#visible(ids));
    this.#keeper.keep({ search: this.#search.query });
  }

  #goTo(id: string): void {
    this.#setSelection([id]);
    this.#reveal(id);
    this.#view.reveal(this.#visible([id]), { readable: true });
  }

  #escape(): void {
    if (this.#progress.cancel()) return;
    if (this.#highlights.clear()) return;
    if (this.#selection.length > 0) this.#pick(null, { from: 'tree' });
    else if (this.app.clientWidth < WIDE) this.#openDetails(false, { keep: true });
  }

  #openDetails(open: boolean, { keep }: { keep: boolean }): void {
    this.#inspector.open = open;
    this.#toolbar.details = open;
    if (keep) this.#keeper.keep({ details: open });
  }
}
