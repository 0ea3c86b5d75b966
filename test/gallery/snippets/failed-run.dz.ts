// It fails in the middle: the graph up to there is shown, and what went wrong.
import { Variable, matmul, np, relu } from 'dezero';

const x = new Variable(np.ones([2, 3]), 'x');
const W1 = new Variable(np.ones([3, 4]), 'W1');
const W2 = new Variable(np.ones([3, 1]), 'W2');

const hidden = relu(matmul(x, W1));
const y = matmul(hidden, W2);
y.backward();
