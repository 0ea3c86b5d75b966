/** @file The snippet's console: Node's own, each call of it one entry. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import type { ConsoleEntry } from '../../protocol/report.js';

type Level = ConsoleEntry['level'];

/**
 * A console whose output goes to `write`. A call's level is `info`, `warn` or `error` as its name says, `log` for the rest that Node
 * writes to stdout, and `error` for the rest that it writes to stderr.
 */
export function snippetConsole(write: (level: Level, text: string) => void): Console {
  let [out, err] = ['', ''];
  const sink = (take: (text: string) => void): Writable =>
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        take(chunk);
        done();
      },
    });
  const console = new Console({
    stdout: sink(text => (out += text)),
    stderr: sink(text => (err += text)),
    colorMode: false,
  });
  for (const [name, method] of Object.entries(console) as [string, unknown][]) {
    if (typeof method !== 'function') continue;
    const levels: { out: Level; err: Level } = { out: name === 'info' ? 'info' : 'log', err: name === 'warn' ? 'warn' : 'error' };
    (console as unknown as Record<string, unknown>)[name] = (...args: unknown[]): unknown => {
      const result: unknown = method.apply(console, args);
      if (out !== '') write(levels.out, out.replace(/\n$/, ''));
      if (err !== '') write(levels.err, err.replace(/\n$/, ''));
      [out, err] = ['', ''];
      return result;
    };
  }
  return console;
}
