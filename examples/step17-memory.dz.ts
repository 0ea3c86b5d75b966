// Step 17: memory. Each turn makes a graph over 10,000 numbers, and none is kept: memory does not grow.
import { Variable, np, square } from 'dezero';

// A Variable refers to its creator, and a Function to its outputs only weakly: as soon as x and y are bound anew, nothing
// refers to the last turn's graph any more. Try 2,000 turns.
for (let i = 0; i < 10; i++) {
  const x = new Variable(np.random.randn(10_000));
  const y = square(square(square(x)));
}
