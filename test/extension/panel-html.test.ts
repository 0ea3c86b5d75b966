/** @file The panel's page loads its own bundles and nothing else. */
import { expect, test } from 'vitest';
import { panelHtml } from '../../src/extension/panel-html.js';

const html = panelHtml({
  cspSource: 'https://own', nonce: 'abc', title: 'Graph: <a & "b">', script: 'https://own/panel.js', style: 'https://own/panel.css',
  layoutWorker: 'https://own/layout-worker.js',
});
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

test('the policy allows nothing by default, scripts by nonce alone, and workers from blobs', () => {
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'nonce-abc'",
    "style-src https://own 'nonce-abc'",
    'worker-src blob:',
    'img-src data:',
    'font-src https://own',
    'connect-src https://own',
  ]);
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('each script and style of the page carries the nonce or comes from the extension', () => {
  expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script nonce="abc" src="https://own/panel.js">']);
  expect([...html.matchAll(/<style[^>]*>/g)].map(([tag]) => tag)).toEqual(['<style id="__________cytoscape_stylesheet" nonce="abc">']);
});

test('the page says where the layout worker is, and what it is called', () => {
  expect(html).toContain('<div id="app" data-layout-worker="https://own/layout-worker.js">');
  expect(html).toContain('<title>Graph: &lt;a &amp; &quot;b&quot;&gt;</title>');
});
