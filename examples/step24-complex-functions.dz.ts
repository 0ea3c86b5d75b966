// Step 24: complex functions. Test functions of optimisation, differentiated as they stand on paper.
import { Variable, np } from 'dezero';

const sphere = (x: Variable, y: Variable) => x ** 2 + y ** 2;

const matyas = (x: Variable, y: Variable) => 0.26 * (x ** 2 + y ** 2) - 0.48 * x * y;

const goldstein = (x: Variable, y: Variable) =>
  (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x ** 2 - 14 * y + 6 * x * y + 3 * y ** 2)) *
  (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x ** 2 + 48 * y - 36 * x * y + 27 * y ** 2));

for (const f of [sphere, matyas, goldstein]) {
  const x = new Variable(np.array(1.0), 'x');
  const y = new Variable(np.array(1.0), 'y');
  const z = f(x, y);
  z.backward();
  console.log(x.grad, y.grad);
}
