// @ts-check
/** @file The packaged extension is there: a snippet gets its language, and the palette offers to run it. */
import assert from 'node:assert/strict';

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'a snippet opens as DeZero and the palette offers to run it'({ workbench, shot }) {
    await workbench.openFile('hello.dz.ts');
    await workbench.statusBar.getByRole('button', { name: 'DeZero', exact: true }).first().waitFor();
    assert.ok(await workbench.offersCommand('DeZero: Run Snippet'));
    await shot('snippet');
  },
};
