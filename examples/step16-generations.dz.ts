// Step 16: generations. A Function is taken only when the gradients of all its outputs are complete.
import { Variable, add, np, square } from 'dezero';

// Two paths lead from y to a. Taken in the wrong order, a would pass on half of its gradient, and then all of it again.
const x = new Variable(np.array(2.0));
const a = square(x);
const y = add(square(a), square(a));
y.backward();

// y = 2 (x²)² = 2 x⁴, so dy/dx = 8 x³: 64 at x = 2.
console.log(y.data, x.grad);
