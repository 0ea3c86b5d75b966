// Steps 48 to 50: classes in a spiral, in batches and a new order each epoch.
import { DataLoader, MLP, SGD, Variable, accuracy, noGrad, softmaxCrossEntropy, spiral } from 'dezero';

const trainLoader = new DataLoader(spiral(), 30);
const testLoader = new DataLoader(spiral({ train: false }), 30, { shuffle: false });

const model = new MLP([10, 3]);
const optimizer = new SGD(1.0).setup(model);

for (let epoch = 1; epoch <= 300; epoch++) {
  let loss = 0;
  for (const [x, t] of trainLoader) {
    const batchLoss = softmaxCrossEntropy(model.call(new Variable(x)), t);
    model.clearGrads();
    batchLoss.backward();
    optimizer.update();
    loss += batchLoss.data.item() / trainLoader.length;
  }

  if (epoch % 100 !== 0) continue;
  let share = 0;
  noGrad(() => {
    for (const [x, t] of testLoader) share += accuracy(model.call(new Variable(x)), t).data.item() / testLoader.length;
  });
  console.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, test accuracy ${share.toFixed(4)}`);
}
