/** @file The box around many. */
import type { Box } from './request.js';

/** The box around what is added to it. */
export class Extent {
  #left = Infinity;
  #top = Infinity;
  #right = -Infinity;
  #bottom = -Infinity;

  add(x: number, y: number, width = 0, height = 0): void {
    if (x < this.#left) this.#left = x;
    if (y < this.#top) this.#top = y;
    if (x + width > this.#right) this.#right = x + width;
    if (y + height > this.#bottom) this.#bottom = y + height;
  }

  get box(): Box | null {
    return this.#left > this.#right ? null : { x: this.#left, y: this.#top, width: this.#right - this.#left, height: this.#bottom - this.#top };
  }
}
