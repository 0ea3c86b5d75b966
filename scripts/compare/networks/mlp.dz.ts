// One training step of a small network: the same numbers as in networks.py.
import { Variable, linear, meanSquaredError, np, relu } from 'dezero';

const x = new Variable(np.array([[0.5, -1], [1.5, 2], [-1, 0.25], [2, 0.5]]), 'x');
const target = new Variable(np.array([[1], [0], [2], [-1]]), 'target');
const W1 = new Variable(np.array([[0.4, -0.6, 0.2], [0.1, 0.5, -0.3]]), 'W1');
const b1 = new Variable(np.array([0.1, 0, -0.1]), 'b1');
const W2 = new Variable(np.array([[0.7], [-0.2], [0.5]]), 'W2');
const b2 = new Variable(np.array([0.05]), 'b2');

const hidden = relu(linear(x, W1, b1));
const y = linear(hidden, W2, b2);
const loss = meanSquaredError(y, target);
loss.backward();
console.log(loss, W1.grad);
