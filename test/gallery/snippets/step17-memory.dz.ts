// Step 17: of a loop that makes one graph after the other, the last one is left.
import { Variable, np, square } from 'dezero';

np.random.seed(0);
for (let i = 0; i < 10; i++) {
  const x = new Variable(np.random.randn(10_000));
  const y = square(square(square(x)));
}
