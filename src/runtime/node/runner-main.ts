/** @file The runner process: waits for a Program, runs it, and answers for the live run. Started by the client half, never by hand. */
import fs from 'node:fs';
import process from 'node:process';
import { TextEncoder } from 'node:util';
import type { ConsoleEntry } from '../../protocol/report.js';
import { reportText } from '../../protocol/report-text.js';
import type { EventsFd, RunnerCommand, RunnerEvent } from '../../protocol/runtime.js';
import { bareGlobals } from './bare-globals.js';
import { LiveRun } from './live-run.js';
import { keepCallSites } from './run-error.js';
import { snippetConsole } from './snippet-console.js';
import { watchMemory } from './watchdog.js';

/** Events leave through a pipe of their own, written synchronously: an endless loop's output arrives all the same. */
const EVENTS_FD: EventsFd = 4;

let run: LiveRun | null = null;
/** The request whose snippet is being run. */
let running: number | null = null;
/** Its modules have been evaluated; timers may still be to come. */
let evaluated = false;

function send(event: RunnerEvent): void {
  writeAll(`${JSON.stringify(event)}\n`);
}

function writeAll(text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += fs.writeSync(EVENTS_FD, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function receive(command: RunnerCommand): void {
  const { request } = command;
  switch (command.type) {
    case 'run': {
      const { program, mode, budget } = command;
      run = new LiveRun({ program, mode, budget, onConsole: (entry: ConsoleEntry) => send({ type: 'console', entry }) });
      running = request;
      // Nothing but the snippet keeps the process busy now: when its modules, timers and promises are done, beforeExit says so.
      process.channel?.unref();
      void run.evaluate().then(() => (evaluated = true));
      return;
    }
    case 'backward':
      send({ type: 'report', request, report: reportText(run!.backward(command.variable, command.retainGrad)) });
      return;
    case 'clearGrads':
      send({ type: 'report', request, report: reportText(run!.clearGrads()) });
      return;
    case 'page':
      send({ type: 'page', request, answer: run!.page(command.page) });
      return;
  }
}

function finish(): void {
  if (running === null || run === null) return;
  process.channel?.ref();
  const request = running;
  running = null;
  send({ type: 'report', request, report: reportText(run.report()) });
}

process.on('message', receive);
process.on('disconnect', () => process.exit());
process.on('beforeExit', () => {
  if (!evaluated) {
    run?.fail(new Error('The snippet waits for a promise that nothing will ever settle: a top-level await never ends. Is a resolve() call or a timer missing?'));
  }
  finish();
});
// Thrown in a timer, or a rejection that nobody handles: the run has failed, as in Node.
process.on('uncaughtException', error => {
  if (run === null) throw error;
  run.fail(error);
  finish();
});

watchMemory({ limitMB: Number(process.argv[2]), fd: EVENTS_FD, lastWord: JSON.stringify({ type: 'out-of-memory' } satisfies RunnerEvent) });
keepCallSites();
bareGlobals(snippetConsole((level, text) => run?.log(level, text)));
send({ type: 'ready' });
