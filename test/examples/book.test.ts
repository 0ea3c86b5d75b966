import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dezero, root } from '../support/cli.js';

/** Newton's method, with the second derivative by hand and by differentiating twice. */
const newton = `0 variable(2.0)
1 variable(1.4545454545454546)
2 variable(1.1510467893775467)
3 variable(1.0253259289766978)
4 variable(1.0009084519430513)
5 variable(1.0000012353089454)
6 variable(1.000000000002289)
7 variable(1.0)
8 variable(1.0)
9 variable(1.0)
`;

/**
 * What the book's programs print at these steps; Python's None prints as null, except inside variable(None). Where the book draws random
 * numbers or plots, what the same loop in NumPy gives: from step 42 on to the digits printed here.
 */
const printed: Readonly<Record<string, string>> = {
  'hello.dz.ts': 'variable(7.0) 2.0 3.0\n',
  'step16-generations.dz.ts': '32.0 64.0\n',
  'step17-memory.dz.ts': '',
  'step18-save-memory.dz.ts': 'null null\n2.0 1.0\n',
  'step19-variable.dz.ts': 'variable([1 2 3])\nvariable(None)\nvariable([[1 2 3]\n          [4 5 6]])\n',
  'step20-operators.dz.ts': 'variable(7.0) 2.0 3.0\n',
  'step22-numbers.dz.ts': `variable(7.0)
variable(-2.0) variable(0.0) variable(1.0)
variable(1.5) variable(1.0)
variable(8.0) 12.0
`,
  'step24-complex-functions.dz.ts': `2.0 2.0
0.040000000000000036 0.040000000000000036
-5376.0 8064.0
`,
  'step27-taylor-series.dz.ts': 'variable(0.7071067811865475) 0.7071067811865476\nvariable(0.7071064695751781) 0.7071032148228457\n',
  'step28-gradient-descent.dz.ts': '-2.0 400.0\nvariable(0.6837118569138317) variable(0.4659526837427042)\n',
  'step29-newtons-method.dz.ts': newton,
  'step33-second-derivative.dz.ts': newton,
  'step34-sin-derivatives.dz.ts': `variable(0.8414709848078965)
variable(0.5403023058681398)
variable(-0.8414709848078965)
variable(-0.5403023058681398)
variable(0.8414709848078965)
`,
  'step35-tanh-graph.dz.ts': 'variable(-0.6397000084492246)\n',
  'step36-double-backprop.dz.ts': '100.0\n',
  'step38-shapes.dz.ts': `variable([1. 2. 3. 4. 5. 6.])
[[1. 1. 1.]
 [1. 1. 1.]]
variable([[1. 4.]
          [2. 5.]
          [3. 6.]])
[[1. 1. 1.]
 [1. 1. 1.]]
`,
  'step39-sum.dz.ts': `variable([5. 7. 9.])
[[1. 1. 1.]
 [1. 1. 1.]]
variable(21.0)
[ 2, 1 ]
`,
  'step40-broadcast.dz.ts': 'variable([11. 12. 13.])\n[1. 1. 1.] [3.]\n',
  'step41-matmul.dz.ts': '[ 2, 3 ]\n[ 3, 4 ]\n',
  'step42-linear-regression.dz.ts': `0 42.296340
20 0.100790
40 0.090267
60 0.084411
80 0.080999
2.1181 5.4661
`,
  'step43-neural-network.dz.ts': `0 0.847370
250 0.394642
500 0.253075
750 0.252205
1000 0.251429
`,
  'step46-optimizer.dz.ts': `0 0.816518
250 0.252133
500 0.251357
750 0.250630
1000 0.249903
`,
  'step47-softmax.dz.ts': `variable([[0.64565631 0.35434369]
          [0.450166   0.549834  ]
          [0.98901306 0.01098694]
          [0.85814894 0.14185106]])
variable(1.6249130438105364)
[[ 0.16141408 -0.16141408]
 [-0.1374585   0.1374585 ]
 [ 0.24725326 -0.24725326]
 [-0.03546277  0.03546277]]
`,
  'step50-data-loader.dz.ts': `epoch 100: loss 0.3526, test accuracy 0.8667
epoch 200: loss 0.1517, test accuracy 0.9433
epoch 300: loss 0.1046, test accuracy 0.9600
`,
};

describe('the examples', () => {
  it('are the ones below', () => {
    expect(readdirSync(path.join(root, 'examples'))).toEqual(Object.keys(printed));
  });

  it.each(Object.entries(printed))('%s prints what the book or NumPy does, to the character', async (file, expected) => {
    expect(await dezero(['run', `examples/${file}`])).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  it('have no type errors', async () => {
    const files = Object.keys(printed).map(file => `examples/${file}`);
    expect(await dezero(['check', ...files])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
