// Step 35: the graph of a higher derivative of tanh. It doubles with each order: change it, and look at the panel.
import { Variable, grad, np, tanh } from 'dezero';

const order = 2;

const x = new Variable(np.array(1.0), 'x');
let y = tanh(x);
y.name = 'y';

for (let i = 1; i <= order; i++) {
  [y] = grad(y, [x], { createGraph: true });
  y.name = `gx${i}`;
}
console.log(y);
