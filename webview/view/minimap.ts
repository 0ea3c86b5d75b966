/** @file The minimap: all of the graph in a corner, with a frame around the part that is in sight; a click or a drag goes there. */
import type { Box, Point } from '../layout/request.js';
import { element } from '../dom/element.js';
import type { PlacedCard } from './cards.js';
import type { Theme } from './theme.js';
import type { Window } from './window.js';

/** In pixels of the screen; a long graph is drawn thicker than it is, so that there is something to take hold of. */
const LARGEST = { width: 168, height: 104 };
const THINNEST = 30;
const MARGIN = 4;

export class Minimap {
  /** For the pointer alone: by keyboard one goes through the nodes, and the picture follows. */
  readonly root = element('div', { class: 'minimap', 'aria-hidden': 'true', title: 'The whole graph: click or drag to go there', hidden: true });
  #canvas = element('canvas');
  /** The nodes, drawn once for a graph and not with every frame. */
  #nodes = element('canvas');
  #bounds: Box | null = null;
  #scale: Point = { x: 1, y: 1 };

  constructor(goTo: (centre: Point) => void) {
    this.root.append(this.#canvas);
    const go = (event: PointerEvent): void => {
      if (!this.#bounds) return;
      const { left, top } = this.#canvas.getBoundingClientRect();
      goTo({
        x: this.#bounds.x + (event.clientX - left - MARGIN) / this.#scale.x,
        y: this.#bounds.y + (event.clientY - top - MARGIN) / this.#scale.y,
      });
    };
    this.root.addEventListener('pointerdown', event => {
      this.root.setPointerCapture(event.pointerId);
      go(event);
    });
    this.root.addEventListener('pointermove', event => {
      if (this.root.hasPointerCapture(event.pointerId)) go(event);
    });
  }

  /** Takes up a graph, or none. */
  show(cards: Iterable<PlacedCard>, bounds: Box | null, theme: Theme): void {
    this.#bounds = bounds;
    if (!bounds) {
      this.root.hidden = true;
      return;
    }
    const [width, height] = [Math.max(bounds.width, 1), Math.max(bounds.height, 1)];
    const scale = Math.min(LARGEST.width / width, LARGEST.height / height);
    const size = { width: Math.max(THINNEST, width * scale), height: Math.max(THINNEST, height * scale) };
    this.#scale = { x: size.width / width, y: size.height / height };
    const ratio = window.devicePixelRatio;
    for (const canvas of [this.#canvas, this.#nodes]) {
      canvas.width = Math.round((size.width + 2 * MARGIN) * ratio);
      canvas.height = Math.round((size.height + 2 * MARGIN) * ratio);
    }
    this.#canvas.style.width = `${size.width + 2 * MARGIN}px`;
    this.#canvas.style.height = `${size.height + 2 * MARGIN}px`;
    const context = this.#nodes.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const { card, position, look } of cards) {
      const [w, h] = [Math.max(1.2, card.width * this.#scale.x), Math.max(1.2, card.height * this.#scale.y)];
      context.fillStyle = theme[look].far;
      context.fillRect(this.#x(position.x) - w / 2, this.#y(position.y) - h / 2, w, h);
    }
  }

  /** Frames what is in sight. Hidden where that is the whole graph. */
  draw(view: Window, theme: Theme): void {
    const bounds = this.#bounds;
    if (!bounds) return;
    const left = Math.max(bounds.x, -view.pan.x / view.zoom);
    const top = Math.max(bounds.y, -view.pan.y / view.zoom);
    const right = Math.min(bounds.x + bounds.width, (view.width - view.pan.x) / view.zoom);
    const bottom = Math.min(bounds.y + bounds.height, (view.height - view.pan.y) / view.zoom);
    this.root.hidden = left <= bounds.x && top <= bounds.y && right >= bounds.x + bounds.width && bottom >= bounds.y + bounds.height;
    if (this.root.hidden) return;
    const ratio = window.devicePixelRatio;
    const context = this.#canvas.getContext('2d')!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#nodes, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.strokeStyle = theme.selection;
    context.lineWidth = 1.5;
    const [x, y] = [this.#x(left), this.#y(top)];
    // Where the graph is out of sight the frame is a mark at its edge.
    context.strokeRect(x, y, Math.max(3, this.#x(right) - x), Math.max(3, this.#y(bottom) - y));
  }

  #x(x: number): number {
    return MARGIN + (x - this.#bounds!.x) * this.#scale.x;
  }

  #y(y: number): number {
    return MARGIN + (y - this.#bounds!.y) * this.#scale.y;
  }
}
