// Step 41: matrix products. Each gradient has the shape of its matrix.
import { Variable, matmul, np } from 'dezero';

const x = new Variable(np.random.randn(2, 3));
const W = new Variable(np.random.randn(3, 4));

const y = matmul(x, W);
y.backward();

console.log(x.grad!.shape);
console.log(W.grad!.shape);
