// One Variable goes into 300 Functions, and one Function takes all that they give.
import { Variable, concat, np } from 'dezero';

const x = new Variable(np.array([1.0]), 'x');
const parts = Array.from({ length: 300 }, (_, i) => x * i);
const y = concat(parts);
y.backward();
console.log(y.shape, x.grad);
