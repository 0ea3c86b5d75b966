/** @file Runs Mocha and prints each result as it comes; ends with the line of counts that the harness looks for. */
import type Mocha from 'mocha';
import { print } from './print.js';

/** Rejects when a test failed or none ran: the host then ends with an exit code other than 0. */
export function runAndReport(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    const failures: string[] = [];
    const runner = mocha.run(failed => {
      const passed = runner.stats?.passes ?? 0;
      for (const text of failures) print(text);
      print(`result ${passed} passed, ${failed} failed`);
      if (failed) reject(new Error(`${failed} in-host tests failed`));
      else if (!passed) reject(new Error('no in-host test ran'));
      else resolve();
    });
    runner.on('suite', suite => {
      if (!suite.root) print(`  ${suite.title}`);
    });
    runner.on('pass', test => print(`    ✓ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error: Error) => {
      print(`    ✗ ${test.title}`);
      failures.push(`\n${test.fullTitle()}\n${error.stack ?? String(error)}`);
    });
  });
}
