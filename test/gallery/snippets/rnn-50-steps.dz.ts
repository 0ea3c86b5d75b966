// A recurrent network, unrolled over 50 steps: the same two weights go into each.
import { Variable, linear, matmul, meanSquaredError, np, tanh } from 'dezero';

np.random.seed(0);
const [inputs, hidden] = [2, 4];
const Wx = new Variable(0.5 * np.random.randn(inputs, hidden), 'Wx');
const Wh = new Variable(0.5 * np.random.randn(hidden, hidden), 'Wh');
const b = new Variable(np.zeros(hidden), 'b');

let h = new Variable(np.zeros([1, hidden]), 'h0');
for (let t = 0; t < 50; t++) {
  const x = new Variable(np.random.randn(1, inputs));
  h = tanh(linear(x, Wx, b) + matmul(h, Wh));
}
const loss = meanSquaredError(h, new Variable(np.ones([1, hidden]), 'target'));
loss.backward();
console.log(loss);
