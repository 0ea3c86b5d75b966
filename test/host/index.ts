/** @file What `extensionTestsPath` points at: loads every bundled *.test.js beside it into Mocha, inside the extension host. */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { runAndReport } from './report.js';

/** Called by VS Code. */
export function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    color: false,
    timeout: 60_000,
    reporter: Mocha.reporters.Base, // prints nothing by itself: report.ts does
    ...(process.env.TEST_GREP && { grep: process.env.TEST_GREP }),
  });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  return runAndReport(mocha);
}
