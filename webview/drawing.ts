/** @file From a run's graph to the picture: what of it is to be seen, its cards, its layout. The newest asked for is the one that is shown. */
import type { GraphDirection, PanelState } from '../src/protocol/panel.js';
import type { RunReport } from '../src/protocol/report.js';
import { carry, isSamePicture, layoutRequest, measureCards, outputOf, previousOf, type Carried } from './arrange.js';
import { visibleIn, type FoldedGraph } from './fold/fold.js';
import { emptyStructure, Folding, type KeptFolds } from './fold/folding.js';
import { buildStructure } from './fold/structure.js';
import { LayoutPlanner, type Planned } from './layout/planner.js';
import type { LayoutRequest, Point } from './layout/request.js';
import { fetchLayoutWorker } from './layout/web-worker.js';
import { changesBetween, noChanges, type Changes } from './model/changes.js';
import { bucketsOf, inBuckets, toneOf, type Bucket, type Colouring, type Tone } from './model/colouring.js';
import { buildGraph, emptyModel, type GraphModel, type ShownModel } from './model/graph.js';
import { successorsOf, type Successors } from './model/successors.js';
import { canvasMeasure } from './view/canvas-measure.js';
import { GraphView } from './view/graphView.js';
import type { LayoutProgress } from './stage/layout-progress.js';
import type { GraphEvents } from './view/picture.js';
import { readTheme, type Theme } from './view/theme.js';

export type Drawn =
  | 'anew'
  /** The same nodes in the same places, with other texts. */
  | 'in place'
  /** Not at all: a newer one came before its layout was there. */
  | 'superseded'
  /** Not at all: the reader did not want to wait for it. The folds are those of the picture again. */
  | 'cancelled';

/** From so many nodes on the page gets time to answer between the steps. */
const LARGE = 1500;

interface Graph {
  readonly report: RunReport | null;
  readonly full: GraphModel;
}

export class Drawing {
  readonly view: GraphView;
  readonly folding = new Folding();
  /** The whole graph of the report that is shown. */
  full: GraphModel = emptyModel;
  /** What of it is other than in the report before. */
  changes: Changes = noChanges;
  /** What of it is on the screen. */
  shown: FoldedGraph = this.folding.graph;
  /** What the nodes are coloured by, from the next time that they are drawn. */
  colouring: Colouring = 'kind';
  #theme = readTheme();
  #measure = canvasMeasure();
  #planner: LayoutPlanner;
  #report: RunReport | null = null;
  #hasDrawn = false;
  /** What the picture on the screen is the layout of: an equal one is not laid out again. */
  #shownRequest: LayoutRequest | null = null;
  /** The report of the picture on the screen, and its graph, folds and layout. */
  #picture: Graph & { readonly folds: KeptFolds; readonly places: Readonly<Record<string, Point>>; readonly direction: GraphDirection } | null = null;
  /** What was found last of two graphs. */
  #kin: { readonly before: GraphModel; readonly now: GraphModel; readonly successors: Successors } | null = null;
  /** The folds of the layout that was cancelled last. */
  #wanted: KeptFolds | null = null;
  #number = 0;

  /** `worker` is the address of the layout's program; without one the page itself lays out. */
  constructor(worker: string | undefined, events: GraphEvents, private readonly progress: LayoutProgress) {
    this.#planner = new LayoutPlanner(worker ? fetchLayoutWorker(worker) : null);
    this.view = new GraphView(this.#theme, events);
  }

  /** Whether anything has been drawn since the page was loaded. */
  get isFirst(): boolean {
    return !this.#hasDrawn;
  }

  /** Takes a report's graph over, to be drawn next. Says which of its nodes are those of the graph before; null where that is the same one. */
  take(report: RunReport | null): Successors | null {
    if (report === this.#report) return null;
    const before = { report: this.#report, full: this.full };
    this.#report = report;
    this.full = report ? buildGraph(report) : emptyModel;
    const successors = this.#successorsOf(before);
    this.changes = changesBetween(before.full, this.full, successors);
    this.folding.rename(successors);
    this.folding.show(this.full, report ? buildStructure(this.full, report) : emptyStructure);
    return successors;
  }

  /** Draws the graph as it is folded now; `placed` sets the camera for one that was laid out anew. */
  async draw(direction: PanelState['direction'], placed: () => void): Promise<Drawn> {
    const number = ++this.#number;
    const folded = this.folding.graph;
    const { model } = folded;
    const cards = measureCards(model, this.#theme.fonts, this.#measure);
    const tones = this.#tones(model);
    const turned = this.#picture !== null && this.#picture.direction !== direction;
    const request = layoutRequest(model, cards, direction, previousOf(model, this.#carry(folded, this.#picture?.places ?? {}), turned));
    const next = { report: this.#report, full: this.full, folds: this.folding.kept, direction };
    if (this.#shownRequest !== null && isSamePicture(request, this.#shownRequest)) {
      this.#planner.cancel();
      this.progress.end();
      this.view.update({ model, cards, tones });
      this.shown = folded;
      this.#picture = { ...next, places: this.#picture?.places ?? {} };
      return 'in place';
    }
    const count = model.nodes.length;
    let planned = await this.#lay(request);
    let isQuick = false;
    if (planned === 'cancelled' && number === this.#number) {
      this.#wanted = next.folds;
      if (this.#standsFor(next.report)) {
        this.folding.foldAs(this.#picture!.report === next.report ? this.#picture!.folds : next.folds);
        this.progress.cancelled(count, 'before');
        return 'cancelled';
      }
      isQuick = true;
      planned = await this.#lay({ ...request, effort: 'quick' });
      if (planned === 'cancelled') this.progress.cancelled(count, 'nothing');
    }
    if (number !== this.#number) return 'superseded';
    if (typeof planned === 'string') return planned;
    if (this.progress.drawing(count)) await nextFrame();
    if (number !== this.#number) return 'superseded';
    placed();
    const { positions } = planned;
    if (model.nodes.length === 0) this.view.clear();
    else {
      const { kept, entering } = this.#carry(folded, this.view.positions);
      const from = new Map([...Object.entries(kept), ...entering]);
      this.view.show({ model, open: folded.open, cards, tones, layout: planned, output: outputOf(this.#report, folded), from });
    }
    this.#hasDrawn = true;
    this.#shownRequest = isQuick ? null : request;
    this.#picture = { ...next, places: Object.fromEntries(model.nodes.map(({ id }, index) => [id, positions[index]!])) };
    this.shown = folded;
    if (isQuick) this.progress.cancelled(count, 'quick');
    else this.progress.end();
    // The picture first: what goes with it, as the list of nodes, takes as long again.
    if (count > LARGE) await nextFrame();
    return number === this.#number ? 'anew' : 'superseded';
  }

  /** These places of the picture on the screen, by what is to be seen next. */
  #carry(folded: FoldedGraph, positions: Readonly<Record<string, Point>>): Carried {
    if (this.#picture === null) return { kept: {}, entering: new Map() };
    const successors = this.#picture.full === this.full ? null : this.#successorsOf(this.#picture);
    return carry(this.full, folded.standIn, { positions, standIn: this.shown.standIn, successors });
  }

  /** Which of another graph's nodes are which of the one that is drawn next. The ids of one snippet say nothing in another. */
  #successorsOf({ report, full }: Graph): Successors {
    if (this.#kin?.before !== full || this.#kin.now !== this.full) {
      const isSameSnippet = report !== null && report.files[0] === this.#report?.files[0];
      this.#kin = { before: full, now: this.full, successors: isSameSnippet ? successorsOf(full, this.full) : new Map() };
    }
    return this.#kin.successors;
  }

  #lay(request: LayoutRequest): Promise<Planned> {
    this.progress.begin(request.nodes.length);
    return this.#planner.plan(request, share => { this.progress.progress(share); });
  }

  /** Whether the picture on the screen may stand for a report that is not drawn: it is of the same snippet. */
  #standsFor(report: RunReport | null): boolean {
    return this.shown.model.nodes.length > 0 && this.#picture?.report?.files[0] === report?.files[0];
  }

  /** Ends the layout that is being made. */
  cancel(): void {
    this.#planner.cancel();
  }

  /** Takes up the folds of the layout that was cancelled, to be drawn next. */
  resume(): string {
    return this.#wanted === null ? '' : this.folding.foldAs(this.#wanted);
  }

  /** The classes that the nodes are sorted into by their colouring. */
  get buckets(): readonly Bucket[] {
    return bucketsOf(this.colouring, this.full, this.changes);
  }

  #tones({ nodes }: ShownModel): Map<string, Tone> {
    const { buckets } = this;
    return new Map(this.colouring === 'kind' ? [] : nodes.map(node => [node.id, toneOf(node, buckets)]));
  }

  /** Ids of the nodes on the screen that are in one of these classes, or hold one that is. */
  inClasses(classes: readonly Bucket[]): string[] {
    const groups = this.shown.model.nodes.filter(node => node.kind === 'group');
    return this.visible([...inBuckets(this.full.nodes, classes), ...inBuckets(groups, classes)]);
  }

  /** Calls back once what was drawn last is on the screen, unless something newer comes before. */
  whenPainted(painted: () => void): void {
    const number = this.#number;
    void nextFrame().then(() => { if (number === this.#number) painted(); });
  }

  /** Whether the graph has such a node or group. */
  has(id: string): boolean {
    return this.full.byId.has(id) || this.folding.groupOf(id) !== null;
  }

  /** Where nodes and groups are to be seen. */
  visible(ids: readonly string[]): string[] {
    return visibleIn(this.shown, ids);
  }

  /** Whether a node is folded away. */
  hides(id: string): boolean {
    return this.shown.standIn(id) !== id;
  }

  get theme(): Theme {
    return this.#theme;
  }

  retheme(): void {
    this.#theme = readTheme();
    this.view.restyle(this.#theme);
  }
}

/** The frame after the next begins when what is on the page now has been painted. */
function nextFrame(): Promise<void> {
  return new Promise(done => { requestAnimationFrame(() => { requestAnimationFrame(() => { done(); }); }); });
}
