// Step 19: a Variable that is easy to use: it has a name, behaves like its array, and prints itself.
import { Variable, len, np } from 'dezero';

// A literal of the book's is an int; here the dtype says so, for JavaScript cannot tell 1 from 1.0.
const v = new Variable(np.array([1, 2, 3], 'int32'), 'v');
console.log(v);

const empty = new Variable(null);
console.log(empty);

const m = new Variable(np.array([[1, 2, 3], [4, 5, 6]], 'int32'), 'm');
console.log(m);

// Like its array's: m.shape is [2, 3], m.ndim 2, m.size 6, m.dtype 'int32', and its length is that of the first axis.
const rows: number = len(m);
