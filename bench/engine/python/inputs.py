"""The numbers that every contestant starts from, as in inputs.mjs."""
import numpy as np

GOLDEN = 0.6180339887498949
MILLION = 1_000_000
EXP_RANGE = (-10, 10)
TANH_RANGE = (-5, 5)
CHAIN_X, CHAIN_C = 0.5, 0.75
INPUTS, HIDDEN, OUTPUTS, BATCH, RATE, STEPS = 784, 128, 10, 64, 0.1, 3


def spread(length, low, high, start=0):
    return low + (high - low) * np.fmod((np.arange(length) + start) * GOLDEN, 1.0)


def sampled(values, count=200):
    values = np.asarray(values).reshape(-1)
    step = max(1, len(values) // count)
    i = np.arange(min(len(values), count))
    return values[i * step + i % step].tolist()


def net_start():
    return {
        'x': spread(BATCH * INPUTS, 0, 1).reshape(BATCH, INPUTS),
        'labels': (np.arange(BATCH) * 7) % OUTPUTS,
        'weights': [
            spread(INPUTS * HIDDEN, -0.05, 0.05, 11).reshape(INPUTS, HIDDEN),
            np.zeros(HIDDEN),
            spread(HIDDEN * OUTPUTS, -0.1, 0.1, 23).reshape(HIDDEN, OUTPUTS),
            np.zeros(OUTPUTS),
        ],
    }
