// Where arithmetic ends: logarithms of zero and less, divisions by zero, and what comes of them.
import { Variable, log, np, sqrt, sum } from 'dezero';

const x = new Variable(np.array([-1, 0, 1, 2]));
const zero = new Variable(np.array(0.0));
const logs = log(x);
const roots = sqrt(x);
const huge = 1 / zero;
const total = sum(logs + roots) + huge * zero;
total.backward({ retainGrad: true });
console.log(total, x.grad, zero.grad);
