// Step 18: saving memory. Gradients that nobody asked for are dropped, and no graph is made where none is needed.
import { Variable, add, noGrad, np, square, usingConfig } from 'dezero';

const x0 = new Variable(np.array(1.0));
const x1 = new Variable(np.array(1.0));
const t = add(x0, x1);
const y = add(x0, t);
y.backward();

// Only leaves keep their gradients: hover y and t to see why theirs are null, and toggle Retain Grad to keep them.
console.log(y.grad, t.grad);
console.log(x0.grad, x1.grad);

// For inference: nothing is recorded until the end of the block.
{
  using _ = usingConfig('enableBackprop', false);
  const x = new Variable(np.array(2.0));
  const square1 = square(x);
}

// The same, for short.
noGrad(() => {
  const x = new Variable(np.array(2.0));
  const square2 = square(x);
});
