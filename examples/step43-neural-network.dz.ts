// Step 43: a neural network of two layers learns a sine, by hand. (The book takes 10,000 steps; 1,000 show how it goes.)
import { Variable, linear, meanSquaredError, np, sigmoid } from 'dezero';

np.random.seed(0);
const x = np.random.rand(100, 1);
const y = (2 * Math.PI * x).sin() + np.random.rand(100, 1);

const [I, H, O] = [1, 10, 1];
const W1 = new Variable(0.01 * np.random.randn(I, H), 'W1');
const b1 = new Variable(np.zeros(H), 'b1');
const W2 = new Variable(0.01 * np.random.randn(H, O), 'W2');
const b2 = new Variable(np.zeros(O), 'b2');
const parameters = [W1, b1, W2, b2];

const predict = (x: Variable) => linear(sigmoid(linear(x, W1, b1)), W2, b2);

const lr = 0.2;

for (let i = 0; i <= 1000; i++) {
  const loss = meanSquaredError(predict(new Variable(x)), new Variable(y));

  for (const p of parameters) p.clearGrad();
  loss.backward();

  for (const p of parameters) p.data = p.data - lr * p.grad!;
  if (i % 250 === 0) console.log(i, loss.data.item().toFixed(6));
}
