// @ts-check
/**
 * @file A contestant's own process: loads it, then runs one workload as often as asked, in JSON lines.
 *
 *     node serve.mjs <contestant module> <workload> [engine bundle]
 */
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** @typedef {{ run: () => unknown, warm?: () => void, values: () => ArrayLike<number> | Promise<ArrayLike<number>> }} Prepared */
/** @typedef {{ start: (bundle?: string) => Promise<{ version: string, prepare: Record<string, () => Prepared> }> }} Contestant */

const [, , file, workload, bundle] = process.argv;
// Peers print; the parent reads lines from here alone.
const answer = (/** @type {unknown} */ value) => process.stdout.write(`${JSON.stringify(value)}\n`);
console.log = console.info = console.error;

try {
  const contestant = /** @type {Contestant} */ (await import(pathToFileURL(/** @type {string} */ (file)).href));
  const { version, prepare } = await contestant.start(bundle);
  const make = prepare[/** @type {string} */ (workload)];
  if (make === undefined) throw new Error('has no such function');
  const { run, values, warm } = make();
  warm?.(); // where the first run is the one that counts
  answer({ ready: version });

  for await (const line of createInterface({ input: process.stdin })) {
    const { milliseconds, most } = JSON.parse(line);
    const times = [];
    for (let spent = 0; times.length === 0 || (spent < milliseconds && times.length < most);) {
      const before = performance.now();
      const pending = run();
      if (pending instanceof Promise) await pending;
      const time = performance.now() - before;
      times.push(time);
      spent += time;
    }
    answer({ times, values: Array.from(await values(), Number), peak: process.resourceUsage().maxRSS / 1024 });
  }
} catch (error) {
  const missing = /^(ERR_)?MODULE_NOT_FOUND$/.test(String(/** @type {{ code?: string }} */ (error).code));
  answer({ failed: missing ? 'is not installed' : error instanceof Error ? error.message.split('\n')[0] : String(error) });
}
process.exit();
