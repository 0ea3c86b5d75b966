// Step 27: Taylor series. A function of one's own beside a sum that ends when its terms no longer matter.
import { Function, NDArray, Variable, np } from 'dezero';

class Sin extends Function {
  forward(x: NDArray) {
    return x.sin();
  }
  backward(gy: NDArray) {
    return gy * this.inputs[0].data.cos();
  }
}

function mySin(x: Variable, threshold = 0.0001): Variable {
  let y = new Variable(np.array(0.0));
  let factorial = 1;
  for (let i = 0; i < 100000; i++) {
    if (i > 0) factorial *= 2 * i * (2 * i + 1);
    const t = ((-1) ** i / factorial) * x ** (2 * i + 1);
    y = y + t;
    if (Math.abs(t.data.item()) < threshold) break;
  }
  return y;
}

const x = new Variable(np.array(Math.PI / 4));
const y = new Sin().call(x);
y.backward();
console.log(y, x.grad);

// A smaller threshold makes a larger graph: look at it in the panel.
x.clearGrad();
const z = mySin(x);
z.backward();
console.log(z, x.grad);
