// Step 24: the Goldstein-Price function.
import { Variable, np } from 'dezero';

const goldstein = (x: Variable, y: Variable) =>
  (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x ** 2 - 14 * y + 6 * x * y + 3 * y ** 2)) *
  (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x ** 2 + 48 * y - 36 * x * y + 27 * y ** 2));

const x = new Variable(np.array(1.0), 'x');
const y = new Variable(np.array(1.0), 'y');
const z = goldstein(x, y);
z.backward();
console.log(x.grad, y.grad); // -5376.0 8064.0
