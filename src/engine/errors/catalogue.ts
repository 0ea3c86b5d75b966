/** @file What the topics of the error catalogue share: every error of the engine comes from an entry, and is known by it. */

/** Named for the mistake; takes what it was made with, and gives the error with its text. */
type Entry = (...mistake: never[]) => Error;

const entries = new WeakMap<Error, string>();

/**
 * One topic of the catalogue. A text says which operation, on what (names, shapes, dtypes), why not, and what to do instead:
 * `matmul: shapes (2, 3) and (2, 4) do not fit: …, and they must be equal: transpose or reshape one of the arrays`.
 */
export function catalogue<Topic extends Readonly<Record<string, Entry>>>(topic: string, mistakes: Topic): Topic {
  const noting = Object.entries(mistakes).map(([name, entry]): [string, Entry] => [name, (...mistake) => {
    const error = entry(...mistake);
    entries.set(error, `${topic}.${name}`);
    return error;
  }]);
  return Object.fromEntries(noting) as unknown as Topic;
}

/** Which entry an error is from, such as `shapes.doNotBroadcast`; undefined for errors of others, which are not the engine's to change. */
export function entryOf(error: unknown): string | undefined {
  return error instanceof Error ? entries.get(error) : undefined;
}
