/** @file Motion from one layout to the next: nodes glide from where they were, and their edges with them. */
import type { Point } from '../layout/request.js';
import type { PlacedCard } from './cards.js';
import type { PlacedEdge } from './edges.js';
import { ease } from './viewport.js';

const MOTION_MS = 260;
/** Beyond this many nodes nobody can follow them, and every frame would take too long. */
export const MOST_MOVING = 400;

/** The user's wish, as the system has it or as VS Code's setting overrules it. */
export function prefersLessMotion(): boolean {
  return document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Calls `put` with each frame's part of the way, up to 1. */
export class Motion {
  #frame: number;
  #start: number | null = null;

  constructor(private readonly put: (part: number) => void, private readonly ended: () => void) {
    put(0);
    this.#frame = requestAnimationFrame(now => { this.#step(now); });
  }

  /** To its end at once. */
  end(): void {
    this.put(1);
    this.stop();
  }

  /** Where it is: another goes on from there. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.ended();
  }

  #step(now: number): void {
    this.#start ??= now;
    const part = Math.min(1, (now - this.#start) / MOTION_MS);
    if (part >= 1) {
      this.end();
      return;
    }
    this.put(part);
    this.#frame = requestAnimationFrame(next => { this.#step(next); });
  }
}

/** Where nodes and edges are a part of the way, from 0 to 1. A node that `from` does not know is at its place at once. */
export function between(
  from: ReadonlyMap<string, Point>, placed: ReadonlyMap<string, PlacedCard>, edges: readonly PlacedEdge[], part: number,
): { placed: Map<string, PlacedCard>; edges: PlacedEdge[] } {
  const left = 1 - ease(part);
  const shift = (id: string): Point => {
    const [old, now] = [from.get(id), placed.get(id)?.position];
    return old && now ? { x: (old.x - now.x) * left, y: (old.y - now.y) * left } : { x: 0, y: 0 };
  };
  const moved = new Map([...placed].map(([id, card]) => {
    const { x, y } = shift(id);
    return [id, { ...card, position: { x: card.position.x + x, y: card.position.y + y } }];
  }));
  return {
    placed: moved,
    edges: edges.map(edge => {
      const [start, end] = [shift(edge.source), shift(edge.target)];
      const last = edge.points.length - 1;
      const points = edge.points.map((point, at) => {
        const share = at / last;
        return { x: point.x + start.x * (1 - share) + end.x * share, y: point.y + start.y * (1 - share) + end.y * share };
      });
      return { ...edge, points };
    }),
  };
}
