/** @file package.json promises what the contract says. */
import fs from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => JSON.parse(fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json');
const texts = read('package.nls.json') as Record<string, string>;

test('the commands have the ids and titles of the contract, in the category DeZero', () => {
  const commands = manifest.contributes.commands.map((each: { command: string; title: string; category: string }) => [
    each.command, texts[each.title.slice(1, -1)], each.category,
  ]);
  expect(commands).toEqual([
    ['dezero.run', 'Run Snippet', 'DeZero'],
    ['dezero.backward', 'Backward…', 'DeZero'],
    ['dezero.toggleRetainGrad', 'Toggle Retain Grad', 'DeZero'],
    ['dezero.toggleNoGrad', 'Toggle No-Grad Mode', 'DeZero'],
    ['dezero.clearGrads', 'Clear Gradients', 'DeZero'],
    ['dezero.showGraph', 'Show Graph', 'DeZero'],
    ['dezero.pinGraph', 'Pin or Unpin Graph', 'DeZero'],
    ['dezero.stop', 'Stop', 'DeZero'],
    ['dezero.exportGraph', 'Export Graph…', 'DeZero'],
    ['dezero.copyPicture', 'Copy Picture of the Graph', 'DeZero'],
    ['dezero.showLowered', 'Show Lowered Code', 'DeZero'],
    ['dezero.openExamples', 'Open Examples', 'DeZero'],
  ]);
});

test('every command has a key of its own', () => {
  const keys = new Map<string, string>(manifest.contributes.keybindings.map((each: { key: string; command: string }) => [each.key, each.command]));
  expect(keys.size).toBe(manifest.contributes.keybindings.length);
  expect(new Set(keys.values())).toEqual(new Set(manifest.contributes.commands.map((each: { command: string }) => each.command)));
});

test('the settings have the defaults of the contract', () => {
  const properties = Object.entries<{ default: unknown }>(manifest.contributes.configuration.properties);
  expect(Object.fromEntries(properties.map(([name, value]) => [name, value.default]))).toEqual({
    'dezero.run.on': 'manual',
    'dezero.run.timeout': 10_000,
    'dezero.run.memory': 512,
    'dezero.graph.direction': 'LR',
    'dezero.graph.maxElements': 5_000,
  });
});

test('every text that package.json refers to is there, and no other', () => {
  const used = [...JSON.stringify(manifest.contributes).matchAll(/"%([^%"]+)%"/g), ...JSON.stringify(manifest.capabilities).matchAll(/"%([^%"]+)%"/g)];
  expect(new Set(used.map(([, key]) => key))).toEqual(new Set(Object.keys(texts)));
});

test('every file that package.json refers to, and that is not built, is there', () => {
  const files = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:media|syntaxes)\/[^"]+|language-configuration\.json)"/g)].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) expect(fs.existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
});
