// Steps 4 to 9: one Function after the other, and backward to the beginning.
import { Variable, exp, np, square } from 'dezero';

const x = new Variable(np.array(0.5), 'x');
const y = square(exp(square(x)));
y.backward();
console.log(x.grad); // 3.297442541400256
