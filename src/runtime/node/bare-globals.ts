/** @file Leaves the snippet with JavaScript's globals, timers and its console. */
import vm from 'node:vm';

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask'];

/**
 * Takes everything else of Node's off the global object: process, Buffer, fetch and the like. This is hygiene, so that a snippet means
 * the same everywhere; it is no security boundary, which is the editor's workspace trust.
 */
export function bareGlobals(console: Console): void {
  const language = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];
  const kept = new Set([...language, ...TIMERS]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!kept.has(name)) Reflect.deleteProperty(globalThis, name);
  }
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true });
}
