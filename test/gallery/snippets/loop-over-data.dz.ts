// Many leaves without a name, one for each turn of the loop over them.
import { Variable, square, np } from 'dezero';
const xs = Array.from({ length: 100 }, (_, i) => new Variable(np.array(i / 100)));
const w = new Variable(np.array(0.5));
let loss = new Variable(np.array(0));
for (const x of xs) {
  const y = w * x;
  loss = loss + square(y - 1);
}
loss.backward();
