// The series of log(1 + x), to so many terms that the graph has some 5,000 nodes.
import { Variable, np } from 'dezero';

const x = new Variable(np.array(0.5), 'x');
let y = new Variable(np.array(0.0));
for (let i = 1; i <= 714; i++) y = y + ((-1) ** (i + 1) / i) * x ** i;
y.backward();
console.log(y, x.grad); // log(1.5), and 1 / 1.5
