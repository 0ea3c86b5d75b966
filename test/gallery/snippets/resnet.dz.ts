// A residual network: eight blocks of two layers, each added to what went into it.
import { Linear, Variable, np, relu, softmaxCrossEntropy } from 'dezero';

np.random.seed(0);
const width = 16;
const stem = new Linear(width);
const head = new Linear(10);

let h = relu(stem.call(new Variable(np.random.randn(4, 8), 'images')));
for (let block = 0; block < 8; block++) {
  const [first, second] = [new Linear(width), new Linear(width)];
  const residual = second.call(relu(first.call(h)));
  h = relu(h + residual);
}
const loss = softmaxCrossEntropy(head.call(h), np.array([3, 1, 4, 1], 'int32'));
loss.backward();
console.log(loss);
