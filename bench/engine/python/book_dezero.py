"""The workloads for the book's DeZero."""
import numpy as np

from dezero import Exp, Linear, MatMul, ReLU, SoftmaxCrossEntropy, Square, Sum, Tanh, Variable, no_grad
from inputs import BATCH, CHAIN_C, CHAIN_X, EXP_RANGE, MILLION, RATE, STEPS, TANH_RANGE, net_start, sampled, spread


class Scalars:
    """A workload of scalars: `compute` gives the numbers to check."""

    def __init__(self, compute):
        self.compute = compute

    def run(self):
        self.result = self.compute()

    def values(self):
        return [float(value) for value in self.result]


class Arrays:
    def __init__(self, xs, forward, gradients):
        self.xs, self.forward, self.gradients = xs, forward, gradients

    def run(self):
        for x in self.xs:
            x.cleargrad()
        self.y = self.forward(*self.xs)
        if self.gradients:
            self.y.backward()

    def values(self):
        if not self.gradients:
            return sampled(self.y.data, 10_000)
        return sampled(self.y.data) + [value for x in self.xs for value in sampled(x.grad)]


def run_chain(x, c, operations):
    y = x
    for _ in range(0, operations, 2):
        y = (y + x) * c
    return y


def chain(operations):
    def compute():
        x, c = Variable(np.array(CHAIN_X)), Variable(np.array(CHAIN_C))
        y = run_chain(x, c, operations)
        y.backward()
        return y.data, x.grad, c.grad
    return lambda: Scalars(compute)


def no_grad_chain():
    def compute():
        with no_grad():
            return [run_chain(Variable(np.array(CHAIN_X)), Variable(np.array(CHAIN_C)), 100_000).data]
    return Scalars(compute)


def goldstein():
    def compute():
        for _ in range(100):
            x, y = Variable(np.array(1.0)), Variable(np.array(1.0))
            z = (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x ** 2 - 14 * y + 6 * x * y + 3 * y ** 2)) * \
                (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x ** 2 + 48 * y - 36 * x * y + 27 * y ** 2))
            z.backward()
        return z.data, x.grad, y.grad
    return Scalars(compute)


def pairs():
    def compute():
        x = Variable(np.array(CHAIN_X))
        row = [x * x for _ in range(1000)]
        while len(row) > 1:
            rest = row[-1:] if len(row) % 2 else []
            row = [a + b for a, b in zip(row[::2], row[1::2])] + rest
        row[0].backward()
        return row[0].data, x.grad
    return Scalars(compute)


def step17():
    def compute():
        np.random.seed(0)
        for _ in range(2000):
            x = Variable(np.random.randn(10_000))
            y = Square()(Square()(Square()(x)))
        return [np.mean(y.data ** 0.25)]
    return Scalars(compute)


def training():
    first = net_start()

    def compute():
        x, t = Variable(first['x']), Variable(first['labels'])
        weights = [Variable(w.copy()) for w in first['weights']]
        W1, b1, W2, b2 = weights
        losses = []
        for _ in range(STEPS):
            loss = SoftmaxCrossEntropy()(Linear()(ReLU()(Linear()(x, W1, b1)), W2, b2), t)
            x.cleargrad()
            for w in weights:
                w.cleargrad()
            loss.backward()
            for w in weights:
                w.data -= RATE * w.grad
            losses.append(loss.data)
        return losses
    return Scalars(compute)


def arrays(forward, make):
    """The same forward alone, and with gradients."""
    return (lambda: Arrays(make(), forward, False)), (lambda: Arrays(make(), forward, True))


def million(low, high, start=0):
    return Variable(spread(MILLION, low, high, start))


def square_matrix(n, start=0):
    return Variable(spread(n * n, -1, 1, start).reshape(n, n))


VERSION = f'NumPy {np.__version__}'
PREPARE = {
    'chain-1k': chain(1000), 'chain-100k': chain(100_000), 'chain-1m': chain(1_000_000), 'no-grad-100k': no_grad_chain,
    'goldstein': goldstein, 'pairs': pairs, 'step17': step17, 'training': training,
}
PAIRS = {
    'exp': arrays(lambda x: Exp()(x), lambda: [million(*EXP_RANGE)]),
    'tanh': arrays(lambda x: Tanh()(x), lambda: [million(*TANH_RANGE)]),
    'mul': arrays(lambda x, y: x * y, lambda: [million(-1, 1), million(-1, 1, 3)]),
    'add': arrays(lambda x, row: x + row, lambda: [square_matrix(1000), Variable(spread(1000, -1, 1, 5))]),
    'sum0': arrays(lambda x: Sum(0)(x), lambda: [square_matrix(1000)]),
}
for name, (forward, both) in PAIRS.items():
    PREPARE[name] = forward
    PREPARE[f'{name}-grad'] = both
for n in (64, 256, 1024):
    PREPARE[f'matmul-{n}'] = lambda n=n: Arrays([square_matrix(n), square_matrix(n, 7)], lambda a, b: MatMul()(a, b), False)
