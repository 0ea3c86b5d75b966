/** @file The picture: Cytoscape has the camera and the nodes; a canvas below it the generations and edges, one above it the texts. */
import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import type { Point } from '../layout/request.js';
import type { Viewport } from '../state.js';
import { element } from '../dom/element.js';
import { areReadable, boxOf, drawCards, type Focus, type PlacedCard } from './cards.js';
import { gradientWay } from '../model/relatives.js';
import { drawEdges, placeEdges, type PlacedEdge } from './edges.js';
import { placeCard } from './elements.js';
import { Minimap } from './minimap.js';
import { drawBands, drawRuler, RULER } from './rulers.js';
import { between, Motion, MOST_MOVING, prefersLessMotion } from './motion.js';
import type { GraphEvents, Picture } from './picture.js';
import { drawRegions, drawTags, placeRegions, type Region, type Tag } from './regions.js';
import { Shapes, type Mark } from './shapes.js';
import { drawStacks } from './stacks.js';
import { stylesheetOf } from './stylesheet.js';
import type { Theme } from './theme.js';
import { centre, firstViewport, fitViewport, middleOf, panInto, viewportBetween, zoomedBy, ZOOM_MOST, type Frame } from './viewport.js';

const PADDING = 22;
/** The legend's button lies below the graph. */
const LEGEND_BUTTON = 22;
/** Where the open legend leaves no more than this above it, the graph is behind it. */
const LEAST_HEIGHT = 150;

export class GraphView {
  readonly root: HTMLElement;
  readonly minimap = new Minimap(centre => { this.#centreOn(centre); });
  #cy: Core;
  #shapes: Shapes;
  #below = element('canvas', { class: 'layer' });
  #above = element('canvas', { class: 'layer layer-above' });
  #theme: Theme;
  #picture: Picture | null = null;
  #placed = new Map<string, PlacedCard>();
  #edges: PlacedEdge[] = [];
  #regions: Region[] = [];
  #tags: readonly Tag[] = [];
  #motion: Motion | null = null;
  #picked: readonly string[] = [];
  #hovered: string | null = null;
  /** Ids of the edges that brought a gradient to the node under the pointer, or else to the one that is selected, and took it on. */
  #way: ReadonlySet<string> = new Set();
  #focus: Focus = null;
  /** The frame that is asked for; null where none is. */
  #drawing: number | null = null;
  /** Until the user moves the camera, it follows the graph. */
  #follows = true;
  /** Height of what lies over the picture at its lower end. */
  #covered = 0;

  constructor(theme: Theme, private readonly events: GraphEvents) {
    this.#theme = theme;
    const container = element('div', { class: 'graph __________cytoscape_container' });
    this.root = element('div', { class: 'picture', 'aria-hidden': 'true' }, this.#below, container, this.#above);
    this.#cy = cytoscape({
      container,
      style: stylesheetOf(theme),
      layout: { name: 'preset' },
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      maxZoom: ZOOM_MOST,
      minZoom: 0.02,
    });
    this.#shapes = new Shapes(this.#cy);
    this.#listen();
    new ResizeObserver(() => { this.#resized(); }).observe(this.root);
  }

  /** Where the nodes are now, on their way to the places of the layout or there. */
  get positions(): Record<string, Point> {
    return Object.fromEntries([...this.#placed].map(([id, { position }]) => [id, position]));
  }

  get viewport(): Viewport {
    return { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }

  /** Shows a graph in the place of the one before. What stays, stays the same element. */
  show(picture: Picture): void {
    const { model, cards, tones, layout, from } = picture;
    this.#motion?.stop(); // its end is the graph before
    this.#picture = picture;
    const wasEmpty = this.#placed.size === 0;
    this.#placed = new Map(model.nodes.map((node, index) => [node.id, placeCard(node, cards.get(node.id)!, tones.get(node.id) ?? null, layout.positions[index]!)]));
    this.#edges = placeEdges(model.edges, layout);
    this.#findWay();
    this.#regions = placeRegions(picture.open, this.#placed, this.#edges);
    this.#focus = null;
    this.#showMap();
    const before = this.viewport;
    if (this.#follows || !this.#isInSight()) this.#look();
    this.#shapes.show(model, this.#placed, middleOf(this.viewport, this.#frame()));
    if (!wasEmpty) this.#glide(from, before);
  }

  /** Lets the nodes glide to their new places, where the reader can follow them and wants to. */
  #glide(from: ReadonlyMap<string, Point>, before: Viewport): void {
    const moves = [...this.#placed.values()].some(({ id, position }) => {
      const old = from.get(id);
      return old !== undefined && Math.hypot(old.x - position.x, old.y - position.y) > 1;
    });
    if (!moves || this.#placed.size > MOST_MOVING || prefersLessMotion()) return;
    const goal = { placed: this.#placed, edges: this.#edges, regions: this.#regions, viewport: this.viewport };
    const put = (part: number): void => {
      const now = part >= 1 ? goal : { ...between(from, goal.placed, goal.edges, part), regions: [], viewport: goal.viewport };
      this.#placed = now.placed;
      this.#edges = now.edges;
      this.#regions = now.regions;
      this.#shapes.move(now.placed);
      if (this.#follows) this.#cy.viewport(viewportBetween(before, goal.viewport, part));
      this.#drawSoon();
    };
    this.#motion = new Motion(put, () => { this.#motion = null; });
  }

  /** The same graph with other texts, states and colours, of the same size: nothing moves. */
  update({ model, cards, tones }: Pick<Picture, 'model' | 'cards' | 'tones'>): void {
    if (!this.#picture) return;
    this.#motion?.end(); // it moves the cards of before
    this.#picture = { ...this.#picture, model, cards, tones };
    this.#edges = placeEdges(model.edges, this.#picture.layout);
    this.#findWay();
    for (const node of model.nodes) {
      this.#placed.set(node.id, placeCard(node, cards.get(node.id)!, tones.get(node.id) ?? null, this.#placed.get(node.id)!.position));
    }
    this.#shapes.update(model, this.#placed);
    this.#showMap();
    this.#cy.forceRender();
  }

  clear(): void {
    this.#motion?.stop();
    this.#picture = null;
    this.#placed.clear();
    this.#edges = [];
    this.#regions = [];
    this.#showMap();
    this.#shapes.clear();
  }

  mark(mark: Mark, ids: readonly string[]): void {
    this.#shapes.mark(mark, ids);
    if (mark === 'picked') {
      this.#picked = ids;
      this.#findWay();
    }
    this.#drawSoon();
  }

  /** Dims all nodes but these; none for null. A new graph has none dimmed. */
  focusOn(focus: Focus): void {
    this.#focus = focus;
    this.#shapes.focusOn(focus);
    this.#drawSoon();
  }

  restyle(theme: Theme): void {
    this.#theme = theme;
    this.#showMap();
    this.#cy.style(stylesheetOf(theme));
  }

  /** The open legend covers so much of the picture, from below: the graph is shown above it. */
  cover(height: number): void {
    if (height === this.#covered) return;
    this.#covered = height;
    if (this.#follows) this.#look();
  }

  fit(): void {
    this.#follows = true;
    const { layout } = this.#picture ?? {};
    if (layout) this.#cy.viewport(fitViewport(layout.bounds, this.#frame()));
    this.events.moved(null);
  }

  zoomBy(factor: number): void {
    this.#cy.viewport(zoomedBy(this.viewport, factor, this.#frame(), this.#cy.minZoom()));
    this.#userMoved();
  }

  /**
   * Brings nodes into sight, no further than needed; back to a size at which they can be read where they are too small. The user has not
   * moved there, so the camera goes on following the graph if it did.
   */
  reveal(ids: readonly string[], options: { readonly readable: boolean }): void {
    const boxes = ids.map(id => this.#placed.get(id)).filter(placed => placed !== undefined);
    const [first] = boxes;
    if (!first) return;
    if (options.readable && this.#cy.zoom() < 0.45) {
      this.#cy.viewport(centre(first.position, 0.8, this.#frame()));
      return;
    }
    const pan = panInto(boxOf(first), this.viewport, this.#frame());
    if (pan) this.#cy.pan({ ...pan });
  }

  /** Takes up a viewport of before: the user had moved there. */
  restore(viewport: Viewport): void {
    this.#follows = false;
    this.#cy.viewport({ zoom: viewport.zoom, pan: { ...viewport.pan } });
  }

  /** Lets the camera follow the graph again: another snippet's graph is shown. */
  follow(): void {
    this.#follows = true;
  }

  #frame(): Frame {
    const horizontal = this.#picture?.layout.direction !== 'TB';
    const left = PADDING + (horizontal ? 0 : RULER);
    const top = PADDING + (horizontal ? RULER : 0);
    const height = this.#cy.height() - top - PADDING - LEGEND_BUTTON;
    return {
      left, top, width: Math.max(40, this.#cy.width() - left - PADDING), height: Math.max(40, height - this.#covered > LEAST_HEIGHT ? height - this.#covered : height),
    };
  }

  /** Whether any node is where it can be seen. */
  #isInSight(): boolean {
    const { zoom, pan } = this.viewport;
    const frame = this.#frame();
    return [...this.#placed.values()].some(({ position }) => {
      const [x, y] = [position.x * zoom + pan.x - frame.left, position.y * zoom + pan.y - frame.top];
      return x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
    });
  }

  #look(): void {
    if (!this.#picture) return;
    const { layout, output } = this.#picture;
    const whole = fitViewport(layout.bounds, this.#frame());
    this.#cy.minZoom(Math.min(0.15, whole.zoom * 0.8));
    const end = (output === null ? undefined : this.#placed.get(output)) ?? this.#placed.values().next().value;
    const { bounds: box, direction } = layout;
    const isReadable = (zoom: number): boolean => areReadable(this.#placed.values(), zoom);
    this.#cy.viewport(firstViewport({ box, output: end ? boxOf(end) : null, direction, isReadable }, this.#frame()));
  }

  #showMap(): void {
    this.minimap.show(this.#placed.values(), this.#picture?.layout.bounds ?? null, this.#theme);
  }

  #centreOn(point: Point): void {
    this.#cy.viewport(centre(point, this.#cy.zoom(), this.#frame()));
    this.#userMoved();
  }

  #userMoved(): void {
    this.#follows = false;
    this.events.moved(this.viewport);
  }

  #listen(): void {
    let isHeld = false;
    this.#cy.on('tapstart', () => { isHeld = false; });
    // A finger has no Ctrl key: who holds a node adds it to what is selected.
    this.#cy.on('taphold', 'node', event => {
      if (!isTouch(event.originalEvent)) return;
      isHeld = true;
      this.events.picked((event.target as NodeSingular).id(), { adding: true });
    });
    this.#cy.on('tap', event => {
      if (isHeld) return;
      const id: unknown = event.target === this.#cy ? null : (event.target as NodeSingular).id();
      const tag = this.#tagAt(event.renderedPosition);
      if (tag) this.events.folded(tag.group);
      else this.events.picked(typeof id === 'string' ? id : null, { adding: isAdding(event.originalEvent) });
    });
    this.#cy.on('dbltap', 'node.group', event => { this.events.opened((event.target as NodeSingular).id()); });
    this.#cy.on('mousemove', event => { this.root.classList.toggle('over-tag', this.#tagAt(event.renderedPosition) !== null); });
    this.#cy.on('dragpan scrollzoom pinchzoom', () => { this.#userMoved(); });
    this.#cy.on('mouseover', 'node', event => {
      this.#hover((event.target as NodeSingular).id());
    });
    this.#cy.on('mouseout', 'node', () => { this.#hover(null); });
    // Cytoscape keeps a press from giving the focus, and the keys pressed next would go to the editor.
    this.root.addEventListener('pointerdown', () => { window.focus(); });
    // A tap may bring the details up under the finger: the click that a browser makes of it would be on them.
    this.root.addEventListener('touchend', event => { if (event.cancelable) event.preventDefault(); });
    this.#cy.on('render', () => { this.#draw(); });
  }

  #hover(id: string | null): void {
    this.#hovered = id;
    this.#findWay();
    this.#drawSoon();
    this.root.classList.toggle('over-node', id !== null);
  }

  #findWay(): void {
    const id = this.#hovered ?? (this.#picked.length === 1 ? this.#picked[0]! : null);
    this.#way = id === null || !this.#picture ? new Set() : gradientWay(this.#picture.model, id);
  }

  #tagAt({ x, y }: Point): Tag | null {
    return this.#tags.find(tag => x >= tag.x && x <= tag.x + tag.width && y >= tag.y && y <= tag.y + tag.height) ?? null;
  }

  #resized(): void {
    this.#cy.resize();
    const ratio = window.devicePixelRatio;
    for (const canvas of [this.#below, this.#above]) {
      canvas.width = Math.round(this.root.clientWidth * ratio);
      canvas.height = Math.round(this.root.clientHeight * ratio);
    }
    if (this.#follows) this.#look();
    this.#draw();
  }

  /** Draws in the next frame, once: with Cytoscape's own, if it has something to draw then. */
  #drawSoon(): void {
    this.#drawing ??= requestAnimationFrame(() => { this.#draw(); });
  }

  #draw(): void {
    if (this.#drawing !== null) cancelAnimationFrame(this.#drawing);
    this.#drawing = null;
    const ratio = window.devicePixelRatio;
    const view = { ...this.viewport, width: this.root.clientWidth, height: this.root.clientHeight };
    const [below, above] = [this.#below, this.#above].map(canvas => {
      const context = canvas.getContext('2d')!;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, view.width, view.height);
      return context;
    }) as [CanvasRenderingContext2D, CanvasRenderingContext2D];
    if (!this.#picture) return;
    const { layout } = this.#picture;
    drawBands(below, layout, view, this.#theme);
    drawRegions(below, this.#regions, view, this.#theme);
    const near = new Set(this.#hovered === null ? this.#picked : [...this.#picked, this.#hovered]);
    drawEdges(below, this.#edges, { near, way: this.#way, focus: this.#focus }, layout.direction, view, this.#theme);
    drawStacks(below, this.#placed.values(), this.#focus, view, this.#theme);
    drawCards(above, this.#placed.values(), this.#focus, view, this.#theme);
    this.#tags = drawTags(above, this.#regions, view, this.#theme);
    drawRuler(above, layout, view, this.#theme);
    this.minimap.draw(view, this.#theme);
  }
}

/** As in lists: Ctrl, on a Mac Command, or Shift. */
function isAdding(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

const isTouch = (event: Event): boolean => event.type.startsWith('touch');
