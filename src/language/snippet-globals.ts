/** @file The types of the globals that a snippet has beside JavaScript's own: console and timers. A declaration file, as text. */

export const SNIPPET_GLOBALS = `
interface Console {
  /** Prints to the run's output. A Variable or NDArray prints as its text. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  table(rows: unknown, columns?: readonly string[]): void;
}
declare var console: Console;

/** Calls \`callback\` once, after \`delay\` milliseconds. */
declare function setTimeout<T extends unknown[]>(callback: (...values: T) => void, delay?: number, ...values: T): number;
declare function clearTimeout(timer?: number): void;
/** Calls \`callback\` every \`delay\` milliseconds. */
declare function setInterval<T extends unknown[]>(callback: (...values: T) => void, delay?: number, ...values: T): number;
declare function clearInterval(timer?: number): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare var performance: {
  /** Milliseconds since the run began. */
  now(): number;
};
`;
