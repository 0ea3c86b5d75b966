// A Function with two outputs, of which one is used twice, and one with three, of which one is not used.
import { Function, NDArray, Variable, np } from 'dezero';

class MinMax extends Function {
  forward(x: NDArray) {
    return [x.min(), x.max()];
  }
  backward(gmin: NDArray, gmax: NDArray) {
    const x = this.inputs[0].data;
    const isAt = (value: number) => np.array((x.tolist() as number[]).map(each => Number(each === value)));
    return gmin * isAt(x.min().item()) + gmax * isAt(x.max().item());
  }
}

class Powers extends Function {
  forward(x: NDArray) {
    return [x, x ** 2, x ** 3];
  }
  backward(g1: NDArray, g2: NDArray, g3: NDArray) {
    const x = this.inputs[0].data;
    return g1 + 2 * x * g2 + 3 * x ** 2 * g3;
  }
}

const x = new Variable(np.array([3, 1, 2]), 'x');
const [low, high] = new MinMax().call(x);
const [first, second, third] = new Powers().call(high - low);
const y = first * third + low;
y.backward();
console.log(y, x.grad);
