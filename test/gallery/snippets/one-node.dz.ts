// Nothing but an input.
import { Variable, np } from 'dezero';

const x = new Variable(np.arange(12).reshape(3, 4));
