// Step 20: operators. What was add(mul(a, b), c) is now written as one would on paper.
import { Variable, np } from 'dezero';

const a = new Variable(np.array(3.0));
const b = new Variable(np.array(2.0));
const c = new Variable(np.array(1.0));

const y = a * b + c;
y.backward();

console.log(y, a.grad, b.grad);
