// Step 34: sin, differentiated over and over: cos, -sin, -cos, and sin again.
import { Variable, grad, np, sin } from 'dezero';

const x = new Variable(np.array(1.0));
let y = sin(x);
console.log(y);

for (let order = 1; order <= 4; order++) {
  [y] = grad(y, [x], { createGraph: true });
  console.log(y);
}
