"""A small DeZero as the book builds it: Variable, Function, generations, a list that is sorted at each add, weak outputs, no-grad."""
import contextlib
import weakref

import numpy as np


class Config:
    enable_backprop = True


@contextlib.contextmanager
def no_grad():
    found = Config.enable_backprop
    Config.enable_backprop = False
    try:
        yield
    finally:
        Config.enable_backprop = found


def as_array(x):
    return np.array(x) if np.isscalar(x) else x


def as_variable(x):
    return x if isinstance(x, Variable) else Variable(as_array(x))


class Variable:
    __array_priority__ = 200

    def __init__(self, data):
        self.data = data
        self.grad = None
        self.creator = None
        self.generation = 0

    def set_creator(self, fn):
        self.creator = fn
        self.generation = fn.generation + 1

    def cleargrad(self):
        self.grad = None

    def backward(self, retain_grad=False):
        if self.grad is None:
            self.grad = np.ones_like(self.data)
        funcs, seen = [], set()

        def add_func(f):
            if f not in seen:
                funcs.append(f)
                seen.add(f)
                funcs.sort(key=lambda fn: fn.generation)

        add_func(self.creator)
        while funcs:
            f = funcs.pop()
            gys = [output().grad for output in f.outputs]
            gxs = f.backward(*gys)
            if not isinstance(gxs, tuple):
                gxs = (gxs,)
            for x, gx in zip(f.inputs, gxs):
                if gx is None:
                    continue
                x.grad = gx if x.grad is None else x.grad + gx
                if x.creator is not None:
                    add_func(x.creator)
            if not retain_grad:
                for output in f.outputs:
                    output().grad = None


class Function:
    def __call__(self, *inputs):
        inputs = [as_variable(x) for x in inputs]
        ys = self.forward(*[x.data for x in inputs])
        if not isinstance(ys, tuple):
            ys = (ys,)
        outputs = [Variable(as_array(y)) for y in ys]
        if Config.enable_backprop:
            self.generation = max(x.generation for x in inputs)
            for output in outputs:
                output.set_creator(self)
            self.inputs = inputs
            self.outputs = [weakref.ref(output) for output in outputs]
        return outputs if len(outputs) > 1 else outputs[0]


def sum_to(x, shape):
    """The elements summed to a smaller shape."""
    if x.shape == shape:
        return x
    lead = x.ndim - len(shape)
    axes = tuple(range(lead)) + tuple(i + lead for i, n in enumerate(shape) if n == 1)
    y = x.sum(axis=axes, keepdims=True)
    return y.squeeze(tuple(range(lead))) if lead else y


class Binary(Function):
    def __call__(self, x0, x1):
        return super().__call__(as_array(x0), as_array(x1))

    def fit(self, *gxs):
        return tuple(sum_to(gx, x.data.shape) for gx, x in zip(gxs, self.inputs))


class Add(Binary):
    def forward(self, x0, x1):
        return x0 + x1

    def backward(self, gy):
        return self.fit(gy, gy)


class Sub(Binary):
    def forward(self, x0, x1):
        return x0 - x1

    def backward(self, gy):
        return self.fit(gy, -gy)


class Mul(Binary):
    def forward(self, x0, x1):
        return x0 * x1

    def backward(self, gy):
        x0, x1 = self.inputs
        return self.fit(gy * x1.data, gy * x0.data)


class Pow(Function):
    def __init__(self, c):
        self.c = c

    def forward(self, x):
        return x ** self.c

    def backward(self, gy):
        return self.c * self.inputs[0].data ** (self.c - 1) * gy


class Square(Function):
    def forward(self, x):
        return x ** 2

    def backward(self, gy):
        return 2 * self.inputs[0].data * gy


class Exp(Function):
    def forward(self, x):
        return np.exp(x)

    def backward(self, gy):
        return gy * self.outputs[0]().data


class Tanh(Function):
    def forward(self, x):
        return np.tanh(x)

    def backward(self, gy):
        y = self.outputs[0]().data
        return gy * (1 - y * y)


class Sum(Function):
    def __init__(self, axis):
        self.axis = axis

    def forward(self, x):
        return x.sum(axis=self.axis)

    def backward(self, gy):
        return np.broadcast_to(np.expand_dims(gy, self.axis), self.inputs[0].data.shape)


class MatMul(Function):
    def forward(self, x, W):
        return x.dot(W)

    def backward(self, gy):
        x, W = self.inputs
        return gy.dot(W.data.T), x.data.T.dot(gy)


class Linear(Function):
    def forward(self, x, W, b):
        return x.dot(W) + b

    def backward(self, gy):
        x, W, b = self.inputs
        return gy.dot(W.data.T), x.data.T.dot(gy), sum_to(gy, b.data.shape)


class ReLU(Function):
    def forward(self, x):
        return np.maximum(x, 0.0)

    def backward(self, gy):
        return gy * (self.inputs[0].data > 0)


class SoftmaxCrossEntropy(Function):
    def forward(self, x, t):
        m = x.max(axis=1, keepdims=True)
        log_z = m + np.log(np.exp(x - m).sum(axis=1, keepdims=True))
        return -(x - log_z)[np.arange(len(t)), t].sum() / len(t)

    def backward(self, gy):
        x, t = (v.data for v in self.inputs)
        y = np.exp(x - x.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
        return (y - np.eye(x.shape[1])[t]) * (gy / len(t)), None


Variable.__add__ = lambda a, b: Add()(a, b)
Variable.__radd__ = lambda a, b: Add()(a, b)
Variable.__sub__ = lambda a, b: Sub()(a, b)
Variable.__rsub__ = lambda a, b: Sub()(b, a)
Variable.__mul__ = lambda a, b: Mul()(a, b)
Variable.__rmul__ = lambda a, b: Mul()(a, b)
Variable.__pow__ = lambda a, c: Pow(c)(a)
