// Step 47: softmax and cross entropy. Scores become probabilities, and the loss asks for that of the right class.
import { Variable, np, softmax, softmaxCrossEntropy } from 'dezero';

const y = new Variable(np.array([[0.2, -0.4], [0.3, 0.5], [1.3, -3.2], [2.1, 0.3]]));
const t = np.array([1, 0, 1, 0], 'int32');

console.log(softmax(y));

const loss = softmaxCrossEntropy(y, t);
loss.backward();

// Each row is what its class got too much, divided by the number of rows.
console.log(loss);
console.log(y.grad);
