/** @file What the rounds run: small, a loop, some hundreds of nodes, and one that fails. */

/** The number makes a text, and its numbers, that no other round has. */
export const kinds: readonly { readonly name: string; readonly text: (number: number) => string }[] = [
  {
    name: 'small',
    text: number => `import { Variable, np } from 'dezero';
const a = new Variable(np.array(${number}.5)), b = new Variable(np.array(2.0)), c = new Variable(np.array(1.0));
const y = a * b + c;
y.backward();
console.log(y, a.grad);
`,
  },
  {
    name: 'loop',
    text: number => `import { Variable, np, sin } from 'dezero';
const x = new Variable(np.array([${number}, 2, 3]));
let y = x;
for (let step = 0; step < 12; step++) y = sin(y) * x + step;
y.backward();
console.log('${'line '.repeat(20)}', ${number});
`,
  },
  {
    name: 'hundreds',
    text: number => `import { Variable, add, square } from 'dezero';
const x = new Variable(${number}.25), w = new Variable(0.9);
let y = w;
const wide = (h: Variable) => square(h * w) + x;
for (let branch = 0; branch < 8; branch++) y = add(y, wide(wide(wide(wide(wide(x))))));
y.backward();
`,
  },
  {
    name: 'fails',
    text: number => `import { Variable, np } from 'dezero';
const x = new Variable(np.array([[1, 2, 3], [4, 5, ${number}]])), w = new Variable(np.ones([2, 2]));
const h = x * 2;
const y = h + w;
y.backward();
`,
  },
];
