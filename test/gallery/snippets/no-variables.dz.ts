// A snippet that makes no Variable.
import { np } from 'dezero';

console.log(np.arange(6).reshape(2, 3));
