// Step 36: double backprop. A gradient goes into a formula, and the formula is differentiated.
import { Variable, grad, np } from 'dezero';

const x = new Variable(np.array(2.0));
const y = x ** 2;
const [gx] = grad(y, [x], { createGraph: true });

const z = gx ** 3 + y;
z.backward();

// z = 8x³ + x², so its derivative is 24x² + 2x.
console.log(x.grad);
