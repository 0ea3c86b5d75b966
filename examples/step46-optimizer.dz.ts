// Steps 44 to 46: the same network, with a model that holds its parameters and an optimiser that moves them.
import { MLP, SGD, Variable, meanSquaredError, np } from 'dezero';

np.random.seed(0);
const x = np.random.rand(100, 1);
const y = (2 * Math.PI * x).sin() + np.random.rand(100, 1);

const model = new MLP([10, 1]);
const optimizer = new SGD(0.2).setup(model);

for (let i = 0; i <= 1000; i++) {
  const loss = meanSquaredError(model.call(new Variable(x)), new Variable(y));

  model.clearGrads();
  loss.backward();
  optimizer.update();
  if (i % 250 === 0) console.log(i, loss.data.item().toFixed(6));
}
