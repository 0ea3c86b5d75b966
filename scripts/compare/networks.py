"""The networks of the comparison in PyTorch: as ONNX for Netron, as torchviz draws them, as JSON for Model Explorer, and for TensorBoard where its
package is installed.

    python3 networks.py OUT [--torchviz FOLDER]
    python3 networks.py OUT --deep TURNS [--torchviz FOLDER]

Debian: python3-torch, python3-onnx, python3-graphviz, graphviz. torchviz is one file, torchviz/dot.py of its repository; FOLDER is the one that holds the
package, unless Python finds it by itself.
"""
import argparse
import json
import pathlib
import sys
import time
import warnings

warnings.filterwarnings('ignore')
import model_explorer  # beside this file
import onnx
import torch
from torch import nn

parser = argparse.ArgumentParser()
parser.add_argument('out', type=pathlib.Path)
parser.add_argument('--torchviz')
parser.add_argument('--deep', type=int)
options = parser.parse_args()
if options.torchviz:
    sys.path.insert(0, options.torchviz)
from torchviz import make_dot  # noqa: E402, the folder has to be known first
try:
    from torch.utils.tensorboard import SummaryWriter
except ImportError:  # the package tensorboard is not installed
    SummaryWriter = None

torch.manual_seed(0)


class Mlp(nn.Module):
    """The numbers of networks/mlp.dz.ts."""

    def __init__(self):
        super().__init__()
        self.W1 = nn.Parameter(torch.tensor([[0.4, -0.6, 0.2], [0.1, 0.5, -0.3]]))
        self.b1 = nn.Parameter(torch.tensor([0.1, 0, -0.1]))
        self.W2 = nn.Parameter(torch.tensor([[0.7], [-0.2], [0.5]]))
        self.b2 = nn.Parameter(torch.tensor([0.05]))

    def forward(self, x, target):
        hidden = torch.relu(x @ self.W1 + self.b1)
        return ((hidden @ self.W2 + self.b2 - target) ** 2).mean()  # PyTorch 1.13 does not export mse_loss


class Resnet(nn.Module):
    """As test/gallery/snippets/resnet.dz.ts: eight blocks of two layers, each added to what went into it."""

    def __init__(self, width=16):
        super().__init__()
        self.stem = nn.Linear(8, width)
        self.blocks = nn.ModuleList(nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, width)) for _ in range(8))
        self.head = nn.Linear(width, 10)

    def forward(self, images):
        h = torch.relu(self.stem(images))
        for block in self.blocks:
            h = torch.relu(h + block(h))
        return self.head(h)


def write_onnx(name, model, inputs, input_names):
    torch.onnx.export(model, inputs, str(options.out / f'{name}.onnx'), input_names=input_names)


def write_for_others(name, model, inputs):
    """What Model Explorer and TensorBoard read: OUT/NAME.json and OUT/tensorboard/NAME."""
    write_collection(name, model_explorer.traced(model, inputs))
    if SummaryWriter is not None:
        with SummaryWriter(str(options.out / 'tensorboard' / name)) as writer:
            writer.add_graph(model, inputs)


def write_collection(name, nodes):
    (options.out / f'{name}.json').write_text(json.dumps(model_explorer.collection(name, nodes)))


def write_torchviz(name, loss, params):
    """Its .dot as make_dot gives it, with nothing of ours in it."""
    began = time.perf_counter()
    dot = make_dot(loss, params=params)
    dot.save(str(options.out / f'{name}.dot'))
    return time.perf_counter() - began


def mlp():
    model = Mlp()
    x = torch.tensor([[0.5, -1], [1.5, 2], [-1, 0.25], [2, 0.5]])
    target = torch.tensor([[1.], [0], [2], [-1]])
    loss = model(x, target)
    loss.backward()
    write_torchviz('mlp', loss, dict(model.named_parameters()))
    write_onnx('mlp', model, (x, target), ['x', 'target'])
    write_for_others('mlp', model, (x, target))
    print(json.dumps({'loss': loss.item(), 'W1.grad': model.W1.grad.tolist()}))


def resnet():
    model = Resnet()
    images = torch.randn(4, 8)
    loss = nn.functional.cross_entropy(model(images), torch.tensor([3, 1, 4, 1]))
    loss.backward()
    write_torchviz('resnet', loss, dict(model.named_parameters()))
    write_onnx('resnet', model, images, ['images'])
    write_for_others('resnet', model, (images,))


def deep(turns):
    """As networks/deep.dz.ts. PyTorch's exporter takes minutes for it, so its ONNX is written node by node."""
    nodes = []
    for turn in range(turns):
        nodes += [
            onnx.helper.make_node('Tanh', [f'h{turn}'], [f't{turn}'], name=f'tanh_{turn}'),
            onnx.helper.make_node('Add', [f'h{turn}', f't{turn}'], [f'h{turn + 1}'], name=f'add_{turn}'),
        ]
    ends = [onnx.helper.make_tensor_value_info(f'h{turn}', onnx.TensorProto.FLOAT, []) for turn in (0, turns)]
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph(nodes, 'deep', ends[:1], ends[1:])), str(options.out / f'deep-{turns}.onnx'))

    write_collection(f'deep-{turns}', model_explorer.deep(turns))

    first = h = torch.tensor(0.001, requires_grad=True)
    for _ in range(turns):
        h = h + torch.tanh(h)
    result = {'recursion': 'within the limit'}
    try:
        write_torchviz(f'deep-{turns}', h, {'h0': first})
    except RecursionError:
        result = {'recursion': f'over the limit of {sys.getrecursionlimit()}'}
        sys.setrecursionlimit(100_000)
    print(json.dumps({**result, 'seconds': write_torchviz(f'deep-{turns}', h, {'h0': first})}))


options.out.mkdir(parents=True, exist_ok=True)
if options.deep:
    deep(options.deep)
else:
    mlp()
    resnet()
