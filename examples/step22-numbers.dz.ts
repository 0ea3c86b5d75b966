// Steps 21 and 22: more operators. Numbers stand on either side, and ** has a number to its right.
import { Variable, np } from 'dezero';

const x = new Variable(np.array(2.0));

console.log(3.0 * x + 1.0);
console.log(-x, 2.0 - x, x - 1.0);
console.log(3.0 / x, x / 2.0);

const y = x ** 3;
y.backward();
console.log(y, x.grad);
