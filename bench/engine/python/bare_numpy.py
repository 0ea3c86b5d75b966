"""NumPy by itself, without gradients."""
import numpy as np

from inputs import EXP_RANGE, MILLION, TANH_RANGE, sampled, spread


class Prepared:
    def __init__(self, forward):
        self.forward = forward

    def run(self):
        self.y = self.forward()

    def values(self):
        return sampled(self.y, 10_000)


def unary(fn, bounds):
    def prepare():
        x = spread(MILLION, *bounds)
        return Prepared(lambda: fn(x))
    return prepare


def multiply():
    x, y = spread(MILLION, -1, 1), spread(MILLION, -1, 1, 3)
    return Prepared(lambda: x * y)


def add_row():
    x, row = spread(MILLION, -1, 1).reshape(1000, 1000), spread(1000, -1, 1, 5)
    return Prepared(lambda: x + row)


def sum_axis():
    x = spread(MILLION, -1, 1).reshape(1000, 1000)
    return Prepared(lambda: x.sum(axis=0))


def product(n):
    def prepare():
        a, b = spread(n * n, -1, 1).reshape(n, n), spread(n * n, -1, 1, 7).reshape(n, n)
        return Prepared(lambda: a @ b)
    return prepare


VERSION = np.__version__
PREPARE = {
    'exp': unary(np.exp, EXP_RANGE), 'tanh': unary(np.tanh, TANH_RANGE), 'mul': multiply, 'add': add_row, 'sum0': sum_axis,
    'matmul-64': product(64), 'matmul-256': product(256), 'matmul-1024': product(1024),
}
