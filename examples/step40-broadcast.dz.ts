// Step 40: broadcasting. What was repeated on the way there is summed on the way back.
import { Variable, np } from 'dezero';

const x0 = new Variable(np.array([1, 2, 3]));
const x1 = new Variable(np.array([10]));

const y = x0 + x1;
y.backward();

console.log(y);
console.log(x0.grad, x1.grad);
