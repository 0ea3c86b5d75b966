// Step 39: sums. The gradient of a sum is handed to every element that went into it.
import { Variable, np, sum } from 'dezero';

const x = new Variable(np.array([[1, 2, 3], [4, 5, 6]]));

const y = sum(x, { axis: 0 });
y.backward();
console.log(y);
console.log(x.grad);

console.log(sum(x));
console.log(x.sum({ axis: 1, keepdims: true }).shape);
