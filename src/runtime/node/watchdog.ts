/** @file Ends this process when it uses too much memory, or when nobody is left to wait for it. */
import { Worker } from 'node:worker_threads';

const INTERVAL_MS = 50;

/*
 * V8's own limit leaves typed arrays out, and a synchronous loop lets nobody else in this thread look: so a thread of its own watches
 * the whole process's resident memory. It also looks whether the process that started this one is gone (its number changes then, but
 * not on Windows): an endless loop would not hear of it, and go on for ever. It runs this text, for a bundle has no second file to load.
 */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const fs = require('node:fs');
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    if (process.memoryUsage.rss() <= workerData.limit) return;
    fs.writeSync(workerData.fd, '\\n' + workerData.lastWord + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, workerData.interval);
`;

/** @param lastWord  Written to `fd` as a line of its own before the end. */
export function watchMemory({ limitMB, fd, lastWord }: { limitMB: number; fd: number; lastWord: string }): void {
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { limit: limitMB * 1_000_000, fd, lastWord, interval: INTERVAL_MS },
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8, stackSizeMb: 1 },
  });
  worker.unref();
}
