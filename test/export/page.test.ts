/** @file A graph in a file of its own runs its own script and nothing else, and gives away no more than it shows. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { page } from '../../src/export/page.js';
import type { PageData } from '../../src/protocol/page.js';
import { sampleReport, variable } from '../extension/sample-report.js';

const bundles: Readonly<Record<string, string>> = {
  'panel.js': "const s = '</script><!--';\r\nrun(s);\n//# sourceMappingURL=panel.js.map\n",
  'panel.css': 'a { color: red; }\n/*# sourceMappingURL=panel.css.map */\n',
  'layout-worker.js': 'onmessage = () => "ü";',
};
const evil = '</script><script>alert(1)</script><!-- <script>';
const report = {
  ...sampleReport,
  files: ['/home/ann/course/x.dz.ts', '/home/ann/course/lib/y.dz.ts', '/srv/z.ts'],
  variables: [...sampleReport.variables, variable({ id: 'v9', name: evil })],
  error: { name: 'Error', message: evil, line: 1, column: 1, file: 0, frames: [{ name: null, file: '/home/ann/course/lib/y.dz.ts', line: 1, column: 1 }] },
};
const html = await page({ report, sources: [evil, 'y', null], direction: 'TB' }, name => bundles[name]!);
const elements = (name: string): { attributes: string; text: string }[] => (
  [...html.matchAll(new RegExp(`<${name}([^>]*)>([^]*?)</${name}>`, 'g'))].map(([, attributes, text]) => ({ attributes: attributes!, text: text! }))
);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('its policy lets by hash alone the one script and the two styles that it has, and no address but data', () => {
  const [data, script] = elements('script');
  expect([data!.attributes, script!.attributes]).toEqual([' type="application/json" id="page-data"', '']);
  const styles = elements('style');
  expect(styles.map(({ attributes }) => attributes)).toEqual(['', ' id="__________cytoscape_stylesheet"']);
  expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(script!.text)}`,
    `style-src ${styles.map(({ text }) => hashOf(text)).join(' ')}`,
    'worker-src blob:',
    'connect-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('the script is the bundle, without what would end it or lead elsewhere', () => {
  expect(elements('script')[1]!.text).toBe("const s = '\\x3c/script>\\x3c!--';\nrun(s);\n");
  expect(elements('style')[0]!.text).toBe('a { color: red; }\n');
});

test('a snippet that ends the script element harms nothing, and comes out as it was', () => {
  const data = JSON.parse(elements('script')[0]!.text) as PageData;
  expect(data.sources).toEqual([evil, 'y', null]);
  expect(data.state.report!.variables.at(-1)!.name).toBe(evil);
  expect(elements('script')).toHaveLength(2);
});

test('paths are those from the snippet on', () => {
  const { state } = JSON.parse(elements('script')[0]!.text) as PageData;
  expect(state.report!.files).toEqual(['x.dz.ts', 'lib/y.dz.ts', 'z.ts']);
  expect(state.report!.error!.frames[0]!.file).toBe('lib/y.dz.ts');
  expect([state.snippet, state.activity, state.direction]).toEqual([{ uri: 'x.dz.ts', name: 'x.dz.ts' }, 'done', 'TB']);
  expect(html).not.toContain('/home/ann');
  expect(html).toContain('<title>x.dz.ts: computation graph</title>');
});

test('the layout worker is in a data address', () => {
  const [, address] = /data-layout-worker="data:text\/javascript,([^"]*)"/.exec(html)!;
  expect(decodeURIComponent(address!)).toBe(bundles['layout-worker.js']);
});
