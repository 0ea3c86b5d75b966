// Graphs that have nothing to do with each other, and Variables that nobody uses.
import { Variable, exp, np, sin } from 'dezero';

const a = new Variable(np.array(1.0));
const b = new Variable(np.array(2.0));
const product = a * b;
product.backward();

const c = new Variable(np.array([[1, 2], [3, 4]], 'float32'));
const chain = sin(exp(sin(c)));

const d = new Variable(np.array(5.0));
const total = d + d ** 2 + exp(d);

const unused = new Variable(np.arange(100));
const empty = new Variable(null, 'empty');
const flags = new Variable(np.array([true, false, true]));
