// Step 29: Newton's method, with the second derivative written by hand. Gradient descent takes over a hundred steps here.
import { Variable, np } from 'dezero';

const f = (x: Variable) => x ** 4 - 2 * x ** 2;
const gx2 = (x: Variable) => 12 * x.data ** 2 - 4;

const x = new Variable(np.array(2.0));

for (let i = 0; i < 10; i++) {
  console.log(i, x);

  const y = f(x);
  x.clearGrad();
  y.backward();

  x.data = x.data - x.grad! / gx2(x);
}
