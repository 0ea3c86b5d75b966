/** @file What the in-host suite says to the terminal. The mark tells it from VS Code's own console output. */

/** Prints text, for example a measurement, to the terminal of whoever runs the tests. */
export function print(text: string): void {
  for (const line of text.split('\n')) console.log(`host-test| ${line}`);
}
