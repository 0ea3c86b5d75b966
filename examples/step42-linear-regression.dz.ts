// Step 42: linear regression. The data are y = 5 + 2x with noise, and gradient descent finds the 2 and the 5.
import { Variable, matmul, meanSquaredError, np } from 'dezero';

np.random.seed(0);
const x = np.random.rand(100, 1);
const y = 5 + 2 * x + np.random.rand(100, 1);

const W = new Variable(np.zeros([1, 1]), 'W');
const b = new Variable(np.zeros(1), 'b');
const predict = (x: Variable) => matmul(x, W) + b;

const lr = 0.1;

for (let i = 0; i < 100; i++) {
  const loss = meanSquaredError(predict(new Variable(x)), new Variable(y));

  W.clearGrad();
  b.clearGrad();
  loss.backward();

  W.data = W.data - lr * W.grad!;
  b.data = b.data - lr * b.grad!;
  if (i % 20 === 0) console.log(i, loss.data.item().toFixed(6));
}

// The noise lies between 0 and 1: half of it is in b.
console.log(W.data.item().toFixed(4), b.data.item().toFixed(4));
