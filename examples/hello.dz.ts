// First touch: one expression, its graph and its gradients. Run it, then hover a, b, c, y and the operators.
import { Variable, np } from 'dezero';

const a = new Variable(np.array(3.0));
const b = new Variable(np.array(2.0));
const c = new Variable(np.array(1.0));

const y = a * b + c;
y.backward();

console.log(y, a.grad, b.grad); // variable(7.0) 2.0 3.0
