/** @file What is run over and over: little, much, and what fails. */

/** `turns` of a loop of two Functions. */
export function small(turns: number): string {
  return `import { Variable, np } from 'dezero';
const x = new Variable(np.array(2.0));
let y = x * x;
for (let i = 0; i < ${turns}; i++) y = y * x + x;
y.backward();
`;
}

export const failing = `import { Variable, np } from 'dezero';
const W = new Variable(np.ones([2, 3])), x = new Variable(np.ones([2, 1]));
const h = W * 2;
const y = W.matmul(x);
`;

/** 1,000 Functions and as many Variables. */
export const twoThousand = `import { Variable, add, square } from 'dezero';
const x = new Variable(0.5), w = new Variable(0.9);
let y = w;
for (let branch = 0; branch < 25; branch++) {
  let h = x;
  for (let step = 0; step < 13; step++) h = square(h * w) + x;
  y = add(y, h);
}
y.backward();
`;
