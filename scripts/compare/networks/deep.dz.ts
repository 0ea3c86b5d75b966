// A chain of residual steps, as long as is asked for: two operations a turn.
import { Variable, np, tanh } from 'dezero';

const TURNS = 250;
let h = new Variable(np.array(0.001), 'h0');
for (let turn = 0; turn < TURNS; turn++) h = h + tanh(h);
h.backward();
