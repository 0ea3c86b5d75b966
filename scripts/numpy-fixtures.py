"""Writes what NumPy itself does, as fixtures for the engine's tests: `python3 scripts/numpy-fixtures.py`.

Elements are base64 of their little-endian bytes (bool: one byte each), so nothing is lost on the way. Where they are fewer than
the shape needs, they repeat. The generator is seeded: the same NumPy writes the same files.
"""
import base64
import json
import math
import operator
import pathlib
import warnings

import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent / 'test' / 'fixtures' / 'numpy'
DTYPES = ['float64', 'float32', 'int32', 'bool']
rng = np.random.default_rng(16_20)


def encode(values):
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode()


def write(name, **content):
    path = FOLDER / f'{name}.json'
    lines = []
    for key, value in {'numpy': np.__version__, **content}.items():
        if isinstance(value, list):
            rows = ',\n'.join(json.dumps(row, separators=(',', ':')) for row in value)
            lines.append(f'{json.dumps(key)}: [\n{rows}\n]')
        else:
            lines.append(f'{json.dumps(key)}: {json.dumps(value)}')
    path.write_text('{\n' + ',\n'.join(lines) + '\n}\n')
    print(path.name, path.stat().st_size, {k: len(v) for k, v in content.items()})


# Printing

SHAPES = [(), (1,), (2,), (3,), (7,), (12,), (30,), (1, 1), (2, 3), (3, 2), (5, 4), (2, 12), (2, 2, 2), (2, 3, 4), (3, 1, 2), (2, 2, 2, 2), (1, 3, 1, 2), (25, 4), (4, 25), (9, 9), (100,), (3, 4, 5), (1, 20), (20, 1)]
EMPTY = [(0,), (0, 3), (3, 0), (2, 0, 2), (0, 0)]
LARGE = [(1001,), (1000,), (2000,), (40, 30), (7, 150), (3, 400), (1200, 1), (2, 600), (11, 10, 10), (7, 13, 12), (6, 6, 6, 6), (3, 5, 7, 11), (1, 1, 1100), (2, 2, 2, 2, 2, 2, 2, 2, 2, 2)]


def normal(n):
    return rng.standard_normal(n)


def magnitudes(low, high):
    return lambda n: rng.choice([-1.0, 1.0], n) * 10.0 ** rng.uniform(low, high, n)


def special(values):
    """Some of the elements are NaN, infinite or zero."""
    def make(n):
        result = values(n)
        which = rng.random(n)
        result[which < 0.15] = np.nan
        result[(which >= 0.15) & (which < 0.25)] = np.inf
        result[(which >= 0.25) & (which < 0.35)] = -np.inf
        result[(which >= 0.35) & (which < 0.45)] = -0.0
        return result
    return make


FLOATS = [
    normal,
    lambda n: np.abs(normal(n)),
    lambda n: rng.integers(-20, 100, n).astype(float),
    lambda n: rng.integers(0, 10, n).astype(float),
    lambda n: np.round(normal(n), int(rng.integers(0, 5))),
    lambda n: rng.integers(-1000, 1000, n) / 2.0 ** rng.integers(1, 12, n),  # ties when cut at 8 digits
    lambda n: (2 * rng.integers(0, 4000, n) + 1) / 512.0,
    lambda n: (2 * rng.integers(0, 500, n) + 1) / 2.0 ** rng.integers(20, 40, n),
    magnitudes(-3, 3),
    magnitudes(-4.2, -3.8),
    magnitudes(7.8, 8.2),
    magnitudes(-1.5, 1.5),
    magnitudes(-310, 300),
    magnitudes(-8, 8),
    magnitudes(14, 18),
    magnitudes(5, 7),
    lambda n: 10.0 ** rng.integers(-8, 18, n),
    lambda n: 2.0 ** rng.integers(-60, 60, n),
    lambda n: np.full(n, normal(1)[0]),
    lambda n: 1 + rng.integers(-4, 5, n) * np.finfo(float).eps,
    lambda n: 10.0 ** rng.integers(-5, 9, n) * (1 - 10.0 ** -rng.integers(6, 12, n)),
    lambda n: np.full(n, np.nan),
    lambda n: rng.choice([np.inf, -np.inf, np.nan], n),
    special(normal), special(magnitudes(-3, 12)), special(lambda n: rng.integers(-9, 9, n).astype(float)), special(magnitudes(-300, 300)),
]
INTEGERS = [
    lambda n: rng.integers(0, 10, n), lambda n: rng.integers(-10, 100, n), lambda n: rng.integers(-2**31, 2**31, n),
    lambda n: rng.integers(-1, 1, n), lambda n: rng.integers(99990, 100010, n),
]
BOOLS = [lambda n: rng.integers(0, 2, n), lambda n: np.ones(n)]


def values_for(dtype):
    kinds = {'int32': INTEGERS, 'bool': BOOLS}.get(dtype, FLOATS)
    return kinds[int(rng.integers(len(kinds)))]


def printed(shape, dtype, make):
    size = int(np.prod(shape))
    with np.errstate(all='ignore'):
        values = make(min(size, 64) if size > 1000 else size).astype(dtype)
    array = np.resize(values, shape) if size else np.zeros(shape, dtype)
    return {'dtype': dtype, 'shape': shape, 'data': encode(values), 'text': str(array)}


def printing():
    cases = []
    for dtype in ['float64', 'float32']:
        for make in FLOATS:
            cases += [printed(shape, dtype, make) for shape in [(), (), (), (3,), (9,), (4, 3)]]
    for _ in range(2400):
        dtype = str(rng.choice(DTYPES, p=[0.5, 0.25, 0.15, 0.1]))
        cases.append(printed(SHAPES[int(rng.integers(len(SHAPES)))], dtype, values_for(dtype)))
    for shape in LARGE:
        for dtype in ['float64', 'float64', *DTYPES]:
            cases.append(printed(shape, dtype, values_for(dtype)))
    cases += [printed(shape, dtype, values_for(dtype)) for shape in EMPTY for dtype in DTYPES]
    edges = [0.0, -0.0, 1e-4, 9.9999e-5, 1e16, 9999999999999998.0, 1e15, 123456789.0, 1e8, 99999999.0, 1e5, 1e6, 1e7, 999999.0, 16777216.0, 3.4e38, 5e-324,
             2.2250738585072014e-308, 1.7976931348623157e308, 0.1, 1 / 3, 100.0, 1e-45, 1048576.25, 2.0**-24, 2.0**-44, 1e22, 1e23, 0.5]
    for value in edges:
        for dtype in ['float64', 'float32']:
            for shape in [(), (1,), (2,)]:
                cases.append(printed(shape, dtype, lambda n, value=value: np.full(n, value)))
    limits = []
    for _ in range(60):
        shape = LARGE[int(rng.integers(len(LARGE)))]
        case = printed(shape, 'float64', values_for('float64'))
        threshold, edge = int(rng.integers(0, 3000)), int(rng.integers(1, 6))
        array = np.resize(np.frombuffer(base64.b64decode(case['data'])), shape)
        limits.append({**case, 'threshold': threshold, 'edgeItems': edge, 'text': np.array2string(array, threshold=threshold, edgeitems=edge)})
    write('printing', cases=cases, limits=limits)


# Promotion

# The engine has no wider or narrower integers and no half floats: what NumPy gives in those is expected in these.
STAND_INS = {'int8': 'int32', 'int64': 'int32', 'float16': 'float64'}
BINARY = {'add': operator.add, 'sub': operator.sub, 'mul': operator.mul, 'div': operator.truediv, 'pow': operator.pow}
UNARY = {'neg': operator.neg, 'square': np.square, 'abs': np.abs, 'exp': np.exp, 'log': np.log, 'sin': np.sin, 'cos': np.cos, 'tanh': np.tanh, 'sqrt': np.sqrt}
OPERANDS = {
    'float64': [1.5, -2.0, 0.0, 3.25, np.inf, np.nan, -0.5],
    'float32': [0.1, 2.0, -3.0, 0.0, 1.0, 2.0, 1e30],
    'int32': [3, 0, 7, 2147483647, 1, 65536, 5],
    'bool': [True, False, True, True, False, False, True],
}
SCALARS = [0, 1, 2, -3, 7, 2147483647, 3000000000, 0.5, 2.5, -1.5, float('nan'), float('inf'), float('-inf')]


def outcome(compute):
    with np.errstate(all='ignore'):
        try:
            result = np.asarray(compute())
        except (TypeError, ValueError, OverflowError) as error:
            return {'error': type(error).__name__}
    dtype = STAND_INS.get(result.dtype.name, result.dtype.name)
    return {'result': dtype, 'data': encode(result.astype(dtype))}


def scalar(value):
    return repr(value) if isinstance(value, float) and not np.isfinite(value) else value


def promotion():
    arrays = {dtype: np.array(values, dtype) for dtype, values in OPERANDS.items()}
    pairs = [{'op': name, 'a': a, 'b': b, **outcome(lambda: apply(arrays[a], arrays[b]))}
             for name, apply in BINARY.items() for a in DTYPES for b in DTYPES]
    numbers = []
    for name, apply in BINARY.items():
        for dtype in DTYPES:
            for value in SCALARS:
                # A Python int beside bool makes int64; the engine's int32 is its own rule, tested by hand where they part.
                if dtype == 'bool' and isinstance(value, int) and (value > 2**31 or (name in ('mul', 'add', 'sub') and abs(value) > 2**30)):
                    continue
                numbers.append({'op': name, 'dtype': dtype, 'number': scalar(value), 'side': 'right', **outcome(lambda: apply(arrays[dtype], value))})
                numbers.append({'op': name, 'dtype': dtype, 'number': scalar(value), 'side': 'left', **outcome(lambda: apply(value, arrays[dtype]))})
    unary = [{'op': name, 'dtype': dtype, **outcome(lambda: apply(arrays[dtype] if dtype != 'bool' or name in ('neg', 'square', 'abs') else arrays[dtype].astype(float)))}
             for name, apply in UNARY.items() for dtype in DTYPES]
    write('promotion', operands=[{'dtype': dtype, 'data': encode(array)} for dtype, array in arrays.items()], pairs=pairs, numbers=numbers, unary=unary)


# Shapes: broadcasting, reductions, products

def shapes():
    def make(shape, dtype='float64'):
        values = rng.standard_normal(shape) if dtype.startswith('float') else rng.integers(-50, 50, shape)
        return values.astype(dtype) if dtype != 'bool' else values > 0

    def case(array):
        return {'dtype': array.dtype.name, 'shape': array.shape, 'data': encode(array)}

    broadcasting = []
    for a, b in [((2, 3), (3,)), ((2, 3), (2, 1)), ((2, 1), (1, 3)), ((3,), (2, 3)), ((4, 1, 3), (2, 1)), ((2, 3, 4), (3, 1)), ((1, 1), (3,)), ((0, 3), (3,)), ((2, 1, 2, 1), (3, 1, 4)),
                 ((5,), ()), ((), (2, 2)), ((1,), (1, 1, 1)), ((2, 3, 4, 5), (2, 3, 1, 1)), ((2, 3, 4), (2, 3, 4)), ((2, 3, 4), (1, 3, 4)), ((2, 1, 4), (2, 3, 4)), ((1, 0), (3, 1)), ((2, 3), (4,)), ((2, 3), (3, 2))]:
        for name in ['add', 'sub', 'mul', 'div']:
            x, y = make(a), make(b)
            try:
                result = BINARY[name](x, y)
                broadcasting.append({'op': name, 'a': case(x), 'b': case(y), 'result': case(np.asarray(result))})
            except ValueError:
                broadcasting.append({'op': name, 'a': case(x), 'b': case(y), 'result': None})
    reductions = []
    for shape in [(), (5,), (1000,), (2, 3), (3, 200), (200, 3), (2, 3, 4), (3, 4, 2, 5), (0, 3), (1, 1)]:
        axes = [None, *range(len(shape))] + ([(0, -1), (-2, -1), (0, 1)] if len(shape) > 2 else [(0, 1)] if len(shape) == 2 else [])
        for dtype in DTYPES:
            x = make(shape, dtype)
            results = []
            for axis in axes:
                for name in ['sum', 'mean', 'max', 'min']:
                    keep = bool(rng.integers(2))
                    try:
                        result = np.asarray(getattr(np, name)(x, axis=axis, keepdims=keep))
                        result = case(result.astype(STAND_INS.get(result.dtype.name, result.dtype.name)))
                    except ValueError:
                        result = None
                    results.append({'op': name, 'axis': axis, 'keepdims': keep, 'result': result})
            reductions.append({'x': case(x), 'results': results})
    products = []
    for a, b in [((3,), (3,)), ((2, 3), (3,)), ((2,), (2, 3)), ((2, 3), (3, 4)), ((5, 2, 3), (3, 4)), ((5, 2, 3), (5, 3, 4)), ((2, 1, 2, 3), (5, 3, 4)), ((3,), (5, 3, 4)), ((5, 2, 3), (3,)), ((2, 0), (0, 3)), ((0, 2), (2, 3)), ((2, 3), (2, 3)), ((4,), (3,)), ((), (3,)), ((2, 2, 3), (3, 3, 4))]:
        for left, right in [('float64', 'float64'), ('float32', 'float32'), ('int32', 'int32'), ('bool', 'bool'), ('int32', 'float64'), ('bool', 'int32')]:
            x, y = make(a, left), make(b, right)
            try:
                result = case(np.asarray(np.matmul(x, y)))
            except ValueError:
                result = None
            products.append({'a': case(x), 'b': case(y), 'result': result})
    write('shapes', broadcasting=broadcasting, reductions=reductions, products=products)


# Random numbers

def random():
    draws = []
    for seed in [0, 1, 42, 1984, 2**32 - 1]:
        state = np.random.RandomState(seed)
        steps = [
            ('randn', [3], state.randn(3)), ('rand', [2, 2], state.rand(2, 2)), ('randn', [400], state.randn(400)), ('randint', [10, None, 20], state.randint(10, size=20)),
            ('randint', [-5, 1000, [2, 3]], state.randint(-5, 1000, (2, 3))), ('randint', [0, 2**31 - 1, 5], state.randint(0, 2**31 - 1, 5)),
            ('randint', [-2**31, 2**31, 5], state.randint(-2**31, 2**31, 5)), ('randint', [7, 8, 2], state.randint(7, 8, 2)), ('rand', [400], state.rand(400)),
            ('uniform', [-2, 3, 4], state.uniform(-2, 3, 4)), ('normal', [1, 2, 3], state.normal(1, 2, 3)), ('permutation', [10], state.permutation(10)), ('randn', [2], state.randn(2)),
        ]
        for name, args, result in steps:
            dtype = STAND_INS.get(result.dtype.name, result.dtype.name)
            draws.append({'seed': seed, 'call': name, 'args': args, 'dtype': dtype, 'shape': result.shape, 'data': encode(result.astype(dtype))})
    write('random', draws=draws)


# Functions of the later steps

def case(array):
    return {'dtype': array.dtype.name, 'shape': array.shape, 'data': encode(array)}


def in_long_double(function):
    """What NumPy itself rounds twice on the way is computed in 80 bits, and rounded once."""
    return lambda x: function(x.astype(np.longdouble)).astype(x.dtype)


def softmax(x, axis):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(x, axis):
    def of(shifted):
        others = np.exp(shifted)
        np.put_along_axis(others, shifted.argmax(axis=axis, keepdims=True), 0, axis)
        return shifted - np.log1p(others.sum(axis=axis, keepdims=True))
    return in_long_double(of)(x - x.max(axis=axis, keepdims=True))


ELEMENTWISE = {
    'log': np.log, 'sin': np.sin, 'cos': np.cos, 'tanh': np.tanh, 'sqrt': np.sqrt, 'abs': np.abs, 'exp': np.exp,
    'sigmoid': in_long_double(lambda x: 1 / (1 + np.exp(-x))),
    'relu': lambda x: np.maximum(x, x.dtype.type(0)),
    'leakyRelu': lambda x: np.where(x > 0, x, x * x.dtype.type(0.2)),
}


def index_of(rng, length, shape):
    """A random index for one axis, as NumPy takes it and as JSON."""
    kind = rng.choice(['number', 'slice', 'list', 'mask'], p=[0.3, 0.35, 0.25, 0.1])
    if kind == 'number':
        value = int(rng.integers(-length, length))
        return value, value
    if kind == 'slice':
        parts = [None if rng.random() < 0.4 else int(rng.integers(-length - 1, length + 2)) for _ in range(2)]
        parts.append(None if rng.random() < 0.5 else int(rng.choice([-2, -1, 1, 2, 3])))
        return slice(*parts), {'slice': parts}
    if kind == 'mask':
        mask = rng.random(length) < 0.5
        return mask, {'mask': mask.tolist()}
    values = rng.integers(-length, length, shape)
    return values, {'list': values.tolist()}


def selections(rng):
    cases = []
    while len(cases) < 400:
        x = rng.integers(0, 1000, [int(n) for n in rng.integers(1, 5, rng.integers(1, 5))]).astype('int32')
        lists = [(2,), (1,), (2, 1), (3, 2), ()][int(rng.integers(5))]
        pairs = [index_of(rng, n, lists) for n in x.shape[:int(rng.integers(0, x.ndim + 1))]]
        if len(pairs) < x.ndim and rng.random() < 0.4:
            at = int(rng.integers(len(pairs) + 1))
            after = [index_of(rng, n, lists) for n in x.shape[x.ndim - (len(pairs) - at):]] if at < len(pairs) else []
            pairs = [*pairs[:at], (..., '...'), *after]
        elif len(pairs) == x.ndim and rng.random() < 0.15:
            pairs.insert(int(rng.integers(len(pairs) + 1)), (..., '...'))
        while rng.random() < 0.2:
            pairs.insert(int(rng.integers(len(pairs) + 1)), (None, None))
        try:
            result = x[tuple(pair[0] for pair in pairs)]
        except IndexError:
            result = None
        cases.append({'x': case(x), 'indices': [pair[1] for pair in pairs], 'result': None if result is None else case(np.asarray(result))})
    return cases


def functions():
    rng = np.random.default_rng(21_51)
    elementwise = []
    for name, function in ELEMENTWISE.items():
        for dtype in ['float64', 'float32']:
            low = 0.0 if name in ('log', 'sqrt') else -1.0
            x = np.concatenate([rng.uniform(low, 1, 40) * 10.0 ** rng.integers(-3, 2, 40), [0.0, 1.0, 2.5, 20.0, np.inf, np.nan], [] if low == 0 else [-0.5, -20.0, -80.0, -np.inf]]).astype(dtype)
            elementwise.append({'op': name, 'x': case(x), 'result': case(function(x))})
    softmaxes = []
    for shape in [(5,), (1,), (3, 4), (2, 3, 4), (20, 7), (2, 300), (0, 3)]:
        for axis in range(-len(shape), len(shape)):
            if shape[axis] == 0:
                continue
            x = rng.standard_normal(shape) * float(rng.choice([1, 10, 300])) + float(rng.choice([0, 1000]))
            softmaxes.append({'x': case(x), 'axis': axis, 'softmax': case(softmax(x, axis)), 'logSoftmax': case(log_softmax(x, axis))})
    clips = []
    for dtype in DTYPES:
        x = rng.integers(-5, 6, (3, 4)).astype(dtype) if dtype != 'bool' else rng.random((3, 4)) > 0.5
        for low, high in [(-1, 2), (None, 1), (0, None), (-0.5, 1.5), (3, 1), (1, 3)]:
            result = np.asarray(np.clip(x, low, high))
            clips.append({'x': case(x), 'low': low, 'high': high, 'result': case(result.astype(STAND_INS.get(result.dtype.name, result.dtype.name)))})
    joined = []
    for shapes, axis in [([(2,), (3,)], 0), ([(2, 3), (1, 3)], 0), ([(2, 3), (2, 1)], 1), ([(2, 3), (2, 1), (2, 0)], -1), ([(2, 1, 2), (2, 3, 2)], 1), ([(2, 3), (3, 2)], 0), ([(2,), (2, 1)], 0), ([(3,)], 0), ([(0,), (2,)], 0)]:
        for dtypes in [['float64'] * 3, ['int32', 'float32', 'bool'], ['bool'] * 3, ['float32', 'bool', 'float32']]:
            parts = [(rng.standard_normal(shape) * 9).astype(dtype) for shape, dtype in zip(shapes, dtypes)]
            try:
                result = case(np.concatenate(parts, axis))
            except ValueError:
                result = None
            joined.append({'parts': [case(part) for part in parts], 'axis': axis, 'result': result})
    losses = []
    for n, c in [(1, 2), (4, 3), (30, 10)]:
        x, y, t = rng.standard_normal((n, c)) * 5, rng.standard_normal((n, c)), rng.integers(0, c, n).astype('int32')
        p = softmax(x, 1)
        p[np.arange(n), t] -= 1
        losses.append({'x': case(x), 'y': case(y), 't': case(t), 'crossEntropy': float(-log_softmax(x, 1)[np.arange(n), t].mean()), 'crossEntropyGrad': case(p / n),
                       'squaredError': float(((x - y) ** 2).sum() / len(x)), 'squaredErrorGrad': case((x - y) * (2 / n))})
    write('functions', elementwise=elementwise, softmaxes=softmaxes, clips=clips, joined=joined, losses=losses, selections=selections(rng))


# Accuracy of long sums and products

GOLDEN = 0.6180339887498949


def spread(length, start=0):
    """Numbers in (-1, 1) that the tests make themselves, to the bit: 2 * frac(i * golden) - 1."""
    return 2.0 * (((np.arange(length) + start) * GOLDEN) % 1.0) - 1.0


def relative_error(actual, exact):
    """Of the whole, by the largest exact number: single ones may be almost 0."""
    return float(np.max(np.abs(actual - exact)) / np.max(np.abs(exact)))


def accuracy():
    sums = []
    for rows, columns, axis in [(1, 100_000, 1), (1000, 300, 0), (1000, 300, 1), (1, 1_000_000, 1)]:
        x = (spread(rows * columns) + 0.1).reshape(rows, columns)
        lines = x.T if axis == 0 else x
        exact = np.array([math.fsum(line) for line in lines])
        sums.append({'rows': rows, 'columns': columns, 'axis': axis, 'exact': encode(exact), 'error': relative_error(x.sum(axis=axis), exact)})
    products = []
    for m, k, n in [(1, 2000, 1), (20, 500, 30), (64, 64, 64), (7, 3000, 5), (130, 70, 33)]:
        a, b = spread(m * k).reshape(m, k), spread(k * n, 7).reshape(k, n)
        exact = np.array([[math.fsum(float(p) for p in two_products(row, column)) for column in b.T] for row in a])
        products.append({'m': m, 'k': k, 'n': n, 'exact': encode(exact), 'error': relative_error(a @ b, exact)})
    write('accuracy', sums=sums, products=products)


def two_products(x, y):
    """Products without their rounding: each as a rounded product and its error (Veltkamp's and Dekker's splitting)."""
    def split(v):
        c = v * 134217729.0
        high = c - (c - v)
        return high, v - high
    p = x * y
    (xh, xl), (yh, yl) = split(x), split(y)
    return np.concatenate([p, xl * yl - (((p - xh * yh) - xl * yh) - xh * yl)])


# exp, tanh and sigmoid to 64 bits, where doubles of 80 bits are: the nearest double, and the rest

def exponentials():
    functions = {'exp': np.exp, 'tanh': np.tanh, 'sigmoid': lambda x: 1 / (1 + np.exp(-x))}
    ranges = {'exp': [10, 707], 'tanh': [1, 22], 'sigmoid': [3, 700]}
    assert np.finfo(np.longdouble).nmant >= 63, 'this machine has no long doubles of 80 bits'
    tiny = np.concatenate([2.0 ** -np.arange(1, 60, 3), -2.0 ** -np.arange(2, 60, 3)])
    cases = []
    for name, f in functions.items():
        x = np.concatenate([*(spread(600, 11) * high for high in ranges[name]), tiny])
        exact = f(x.astype(np.longdouble))
        nearest = exact.astype(np.float64)
        rest = (exact - nearest).astype(np.float64)
        cases.append({'name': name, 'x': encode(x), 'nearest': encode(nearest), 'rest': encode(rest)})
    write('exponentials', cases=cases)


# What networks are trained and measured with

def spiral(train):
    """The book's data (step 48), as its library makes them."""
    np.random.seed(1984 if train else 2020)
    num_data, num_class, input_dim = 100, 3, 2
    x = np.zeros((num_data * num_class, input_dim), dtype=np.float32)
    t = np.zeros(num_data * num_class, dtype=np.int32)
    for j in range(num_class):
        for i in range(num_data):
            rate = i / num_data
            radius = 1.0 * rate
            theta = j * 4.0 + 4.0 * rate + np.random.randn() * 0.2
            ix = num_data * j + i
            x[ix] = np.array([radius * np.sin(theta), radius * np.cos(theta)]).flatten()
            t[ix] = j
    indices = np.random.permutation(num_data * num_class)
    return x[indices], t[indices]


def batches(samples, batch_size, passes):
    """Which samples the book's DataLoader (step 50) puts in the batches of each pass."""
    np.random.seed(samples)
    result = []
    for _ in range(passes):
        order = np.random.permutation(samples)
        result.append([order[i:i + batch_size].tolist() for i in range(0, samples, batch_size)])
    return result


def batch_norm(x, gamma, beta, gy, decay=0.9, eps=2e-5):
    """As the book's library has it: forward, backward, the running statistics after it, and then what test mode gives."""
    rows = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    gys = np.moveaxis(gy, 1, -1).reshape(-1, x.shape[1])
    mean, variance = rows.mean(axis=0), rows.var(axis=0)
    normal = (rows - mean) / np.sqrt(variance + eps)
    n = len(rows)
    running_mean = (1 - decay) * mean
    running_variance = decay * np.ones_like(variance) + (1 - decay) * variance * (n / max(n - 1, 1))
    gbeta, ggamma = gys.sum(axis=0), (gys * normal).sum(axis=0)
    gx = (gys - gbeta / n - normal * ggamma / n) * gamma / np.sqrt(variance + eps)
    applied = gamma * (rows - running_mean) / np.sqrt(running_variance + eps) + beta

    def back(values):
        return case(np.moveaxis(values.reshape(np.moveaxis(x, 1, -1).shape), -1, 1))
    return {'x': case(x), 'gamma': case(gamma), 'beta': case(beta), 'gy': case(gy), 'y': back(gamma * normal + beta), 'gx': back(gx), 'ggamma': case(ggamma),
            'gbeta': case(gbeta), 'mean': case(running_mean), 'variance': case(running_variance), 'applied': back(applied)}


def training():
    rng = np.random.default_rng(44_54)
    positions = []
    for shape in [(), (1,), (7,), (3, 4), (4, 1), (2, 3, 4), (0, 3), (3, 0), (0, 0)]:
        for dtype in DTYPES:
            # Few different numbers, so that many tie; among floats some are nan.
            x = rng.integers(-2, 3, shape).astype(dtype)
            if dtype.startswith('float') and x.ndim > 0:
                x[rng.random(shape) < 0.15] = np.nan
            for axis in [None, *range(-x.ndim, x.ndim)]:
                for name in ['argmax', 'argmin']:
                    keep = bool(rng.integers(2))
                    try:
                        result = case(np.asarray(getattr(np, name)(x, axis=axis, keepdims=keep)).astype('int32'))
                    except ValueError:
                        result = None
                    positions.append({'op': name, 'x': case(x), 'axis': axis, 'keepdims': keep, 'result': result})
    accuracies = []
    for n, c in [(1, 1), (5, 2), (30, 3), (7, 10)]:
        y, t = rng.integers(-3, 4, (n, c)) / 2, rng.integers(0, c, n).astype('int32')
        accuracies.append({'y': case(y), 't': case(t), 'accuracy': float((y.argmax(axis=1).reshape(t.shape) == t).mean())})
    spirals = [{'train': train, 'x': case(x), 't': case(t)} for train in [True, False] for x, t in [spiral(train)]]
    orders = [{'samples': n, 'batchSize': size, 'passes': batches(n, size, 3)} for n, size in [(7, 3), (6, 3), (3, 10), (1, 1), (300, 30)]]
    rng = np.random.default_rng(54)
    norms = []
    for shape in [(5, 3), (1, 2), (2, 3, 4, 5), (4, 1, 2, 2)]:
        channels = shape[1]
        norms.append(batch_norm(rng.normal(2, 3, shape), rng.normal(1, 0.3, channels), rng.normal(0, 1, channels), rng.normal(0, 1, shape)))
    write('training', norms=norms, positions=positions, accuracies=accuracies, spirals=spirals, orders=orders)


def distributions():
    rng = np.random.default_rng(784)
    arrays = [
        rng.normal(0, 1, 1000), rng.normal(0, 1, (30, 40)).astype('float32'), np.maximum(rng.normal(0, 1, 500), 0), np.linspace(0, 1, 101),
        np.array([0.1 * k for k in range(-3, 18)]), np.full(10, 2.5), rng.integers(-5, 6, 200).astype('int32'), rng.random(50) < 0.3,
        np.array([0, -0.0, 1, 2.5, -1.5, np.nan, np.nan, np.inf, np.inf, np.inf, -np.inf]), np.array([np.nan, np.inf]), np.array([1e-300, 3e-300, 2e-300]),
    ]
    cases = []
    for x in arrays:
        finite = x[np.isfinite(x)].astype('float64')
        n, scale = len(finite), np.max(np.abs(finite), initial=0)
        cases.append({
            'x': case(x), 'zeros': int((x == 0).sum()), 'nan': int(np.isnan(x).sum()), 'positiveInfinity': int(np.isposinf(x).sum()), 'negativeInfinity': int(np.isneginf(x).sum()),
            # Scaled, for squares of the smallest numbers vanish.
            'std': None if n == 0 else float((finite / (scale or 1)).std() * scale),
            'bins': [] if n == 0 else [n] if finite.min() == finite.max() else np.histogram(finite, 20)[0].tolist(),
        })
    write('distributions', cases=cases)


warnings.simplefilter('ignore', RuntimeWarning)  # means of nothing, infinities: meant
printing()
promotion()
shapes()
random()
functions()
accuracy()
exponentials()
training()
distributions()
