import { Variable, np } from 'dezero';

const x = new Variable(np.array(3.0));
const y = x ** 2;
y.backward();
console.log(y, x.grad);
