// Two ways that part and meet again, twice.
import { Variable, cos, exp, np, sin } from 'dezero';

const x = new Variable(np.array([0.1, 0.2, 0.3]));
const left = sin(x);
const right = exp(x);
const middle = left * right;
const y = sin(middle) + cos(middle);
y.backward();
