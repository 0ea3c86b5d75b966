import { describe, expect, it } from 'vitest';
import { bucketsOf, colourings, inBuckets, toneOf, type Colouring } from '../../webview/model/colouring.js';
import { noChanges } from '../../webview/model/changes.js';
import { buildGraph, nodeName, type GraphModel } from '../../webview/model/graph.js';
import { runSnippet } from '../support/run-snippet.js';

const SOURCE = `import { Variable, np, noGrad, log } from 'dezero';
const small = new Variable(np.array(3e-9)), large = new Variable(np.ones([20, 30])), one = new Variable(np.array(1.0));
const p = small * one;
const q = (large * 5000).sum() + p;
q.backward();
const bad = new Variable(np.array(0.0));
log(bad).backward();
const later = new Variable(np.array(1.0));
const n = noGrad(() => one * 2);
`;

const model: GraphModel = buildGraph(await runSnippet(SOURCE));
const node = (name: string) => model.nodes.find(each => nodeName(each) === name)!;

/** Names of the classes that have nodes, with the names of those. */
function sorted(colouring: Colouring): Record<string, string[]> {
  const buckets = bucketsOf(colouring, model, noChanges);
  const found = buckets.map(bucket => [bucket.name, inBuckets(model.nodes, [bucket]).map(id => nodeName(model.byId.get(id)!)).sort()] as const);
  return Object.fromEntries(found.filter(([, names]) => names.length > 0));
}

describe('a colouring', () => {
  it('sorts gradients by their size, NaN and infinity apart, and those that are none', () => {
    expect(sorted('gradient')).toMatchObject({
      'under 10⁻⁶': ['one'],
      '1 to 1,000': expect.arrayContaining(['small']) as unknown,
      'from 1,000': ['large'],
      'NaN or ∞': ['bad'],
      none: expect.arrayContaining(['later', 'n', 'p', 'q']) as unknown,
    });
  });

  it('sorts memory by bytes, generations by number, gradients by their state', () => {
    expect(sorted('memory')).toMatchObject({ 'up to 32 kB': ['large', 'large * 5000'] });
    expect(sorted('generation')).toMatchObject({ 0: expect.arrayContaining(['Log', 'Mul', 'large']) as unknown, 3: ['q'] });
    expect(sorted('state')).toMatchObject({ 'not run': ['later'], 'not recorded': ['n'] });
  });

  it('puts every Variable into one class at most, but by kind, where borders tell several things', () => {
    for (const colouring of colourings.filter(each => each !== 'kind')) {
      const buckets = bucketsOf(colouring, model, noChanges);
      for (const each of model.nodes) expect(buckets.filter(({ fits }) => fits(each)).length, `${colouring} of ${nodeName(each)}`).toBeLessThanOrEqual(1);
    }
  });

  it('has tones from little to much, and none for what it says nothing of', () => {
    const gradients = bucketsOf('gradient', model, noChanges);
    expect(['one', 'small', 'large', 'bad', 'Log'].map(name => toneOf(node(name), gradients))).toEqual(['ramp1', 'ramp4', 'ramp5', 'bad', 'plain']);
    const generations = bucketsOf('generation', model, noChanges);
    expect(['one', 'p', 'q'].map(name => toneOf(node(name), generations))).toEqual(['ramp0', 'ramp2', 'ramp5']);
  });
});
