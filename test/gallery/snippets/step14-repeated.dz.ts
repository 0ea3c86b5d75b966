// Step 14: the same Variable more than once in one Function, and in several.
import { Variable, add, np } from 'dezero';

const x = new Variable(np.array(3.0));
const y = add(add(x, x), x);
y.backward();
console.log(x.grad); // 3.0
