// Step 28: gradient descent down the Rosenbrock function, whose valley is easy to find and hard to walk along.
import { Variable, np } from 'dezero';

const rosenbrock = (x0: Variable, x1: Variable) => 100 * (x1 - x0 ** 2) ** 2 + (x0 - 1) ** 2;

const x0 = new Variable(np.array(0.0), 'x0');
const x1 = new Variable(np.array(2.0), 'x1');
const lr = 0.001;

for (let i = 0; i < 1000; i++) {
  const y = rosenbrock(x0, x1);

  x0.clearGrad();
  x1.clearGrad();
  y.backward();
  if (i === 0) console.log(x0.grad, x1.grad);

  // The update is no part of the graph: it computes with the data.
  x0.data = x0.data - lr * x0.grad!;
  x1.data = x1.data - lr * x1.grad!;
}

// The minimum is at (1, 1).
console.log(x0, x1);
