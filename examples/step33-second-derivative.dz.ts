// Step 33: Newton's method again. Now the gradient has a graph too, and is differentiated in its turn.
import { Variable, grad, np } from 'dezero';

const f = (x: Variable) => x ** 4 - 2 * x ** 2;

const x = new Variable(np.array(2.0));

for (let i = 0; i < 10; i++) {
  console.log(i, x);

  const y = f(x);
  const [gx] = grad(y, [x], { createGraph: true });
  const [gx2] = grad(gx, [x]);

  x.data = x.data - gx.data / gx2.data;
}
