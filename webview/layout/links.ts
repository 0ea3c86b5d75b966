/** @file Neighbours of all items in two arrays: a graph of 100,000 edges as 100,000 small arrays would take ten times as long. */

/** Those of item i are `to[start[i]]` up to `to[start[i + 1]]`, that one excluded. */
export interface Links {
  readonly start: Int32Array;
  readonly to: Int32Array;
}

/** Links by `from`, those of one item in the order in which they come. */
export function linksOf(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Links {
  const start = new Int32Array(count + 1);
  for (let at = 0; at < from.length; at += 1) start[from[at]! + 1]! += 1;
  for (let item = 0; item < count; item += 1) start[item + 1]! += start[item]!;
  const next = start.slice(0, count);
  const targets = new Int32Array(from.length);
  for (let at = 0; at < from.length; at += 1) targets[next[from[at]!]!++] = to[at]!;
  return { start, to: targets };
}

export function degree({ start }: Links, item: number): number {
  return start[item + 1]! - start[item]!;
}

/** Sorts each item's links by a key of theirs. */
export function sortLinks(links: Links, key: Int32Array): void {
  const { start, to } = links;
  for (let item = 0; item + 1 < start.length; item += 1) {
    if (start[item + 1]! - start[item]! > 32) {
      to.subarray(start[item]!, start[item + 1]!).sort((a, b) => key[a]! - key[b]!);
      continue;
    }
    // By insertion: most items have one or two, and they are nearly sorted.
    for (let at = start[item]! + 1; at < start[item + 1]!; at += 1) {
      const moved = to[at]!;
      let place = at;
      for (; place > start[item]! && key[to[place - 1]!]! > key[moved]!; place -= 1) to[place] = to[place - 1]!;
      to[place] = moved;
    }
  }
}
