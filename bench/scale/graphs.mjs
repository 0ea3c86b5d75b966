// @ts-check
/** @file The graphs that the panel is given: snippets that make about so many nodes, each of another kind. */

/** @typedef {{ title: string, snippet: (nodes: number) => string }} Kind */

/** @type {Readonly<Record<string, Kind>>} */
export const kinds = {
  calls: {
    title: 'a loop of calls',
    // 7 nodes a turn: the constant is a leaf of its own.
    snippet: nodes => `import { Variable, tanh } from 'dezero';
function step(x: Variable, w: Variable) { return tanh(x * w + 0.1); }
let x = new Variable(0.5);
const w = new Variable(0.9);
for (let i = 0; i < ${Math.round(nodes / 7)}; i++) x = step(x, w);
x.backward();
`,
  },
  wide: {
    title: 'terms summed in pairs',
    // 5 nodes a term: itself, its square, a sum, and the two Functions.
    snippet: nodes => `import { Variable, add, square } from 'dezero';
let terms = Array.from({ length: ${Math.round(nodes / 5)} }, (_, at) => square(new Variable(at / ${Math.round(nodes / 5)})));
while (terms.length > 1) terms = terms.flatMap((term, at) => at % 2 === 1 ? [] : at + 1 < terms.length ? [add(term, terms[at + 1])] : [term]);
terms[0].backward();
`,
  },
  chain: {
    title: 'one straight chain',
    snippet: nodes => `import { Variable, sin } from 'dezero';
Array.from({ length: ${Math.round((nodes - 1) / 2)} }).reduce<Variable>(y => sin(y), new Variable(1)).backward();
`,
  },
};
