// Steps 11 to 13: Functions of any number of inputs.
import { Variable, add, np, square } from 'dezero';

const x = new Variable(np.array(2.0));
const y = new Variable(np.array(3.0));
const z = add(square(x), square(y));
z.backward();
console.log(z.data, x.grad, y.grad); // 13.0 4.0 6.0
