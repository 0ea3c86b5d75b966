// Steps 37 and 38: tensors. What changes only the shape hands the gradient back in the shape it came from.
import { Variable, np, reshape, transpose } from 'dezero';

const x = new Variable(np.array([[1, 2, 3], [4, 5, 6]]));

const y = reshape(x, [6]);
y.backward({ retainGrad: true });
console.log(y);
console.log(x.grad);

x.clearGrad();
const z = transpose(x);
z.backward();
console.log(z);
console.log(x.grad);
