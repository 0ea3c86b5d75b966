"""Networks in the JSON that Model Explorer reads, in the form in which its adapter for PyTorch's exported programs writes it; that one needs PyTorch 2."""
import json

from torch import fx
from torch.fx.passes.shape_prop import ShapeProp


class ModuleTracer(fx.Tracer):
    """Goes into every module, and notes for each operation the modules that it is in, as (path, module) from the outside in."""

    inside = ()

    def is_leaf_module(self, module, path):
        return False

    def call_module(self, module, forward, args, kwargs):
        outside = self.inside
        self.inside = (*outside, (self.path_of_module(module), module))
        try:
            return super().call_module(module, forward, args, kwargs)
        finally:
            self.inside = outside

    def create_node(self, *args, **kwargs):
        node = super().create_node(*args, **kwargs)
        node.meta['modules'] = self.inside
        return node


def edge(source, output, into):
    return {'sourceNodeId': source, 'sourceNodeOutputId': str(output), 'targetNodeInputId': str(into)}


def attributes(**values):
    return [{'key': key, 'value': value} for key, value in values.items()]


def collection(label, nodes):
    return [{'label': label, 'graphs': [{'id': 'graph', 'nodes': nodes}]}]


def traced(model, inputs):
    """Nodes of a model: its operations in the namespace of their modules, its inputs and parameters in the namespace `inputs`."""
    graph_module = fx.GraphModule(model, ModuleTracer().trace(model))
    ShapeProp(graph_module).propagate(*inputs)
    given = iter(inputs)
    return [node_of(node, model, given) for node in graph_module.graph.nodes]


def node_of(node, model, given):
    made = {
        'id': node.name,
        'label': node.name,
        'namespace': '',
        'attrs': [],
        'incomingEdges': [edge(source.name, list(source.users).index(node), index) for index, source in enumerate(node.all_input_nodes)],
        'outputsMetadata': outputs_of(node),
    }
    if node.op in ('placeholder', 'get_attr'):
        tensor = next(given) if node.op == 'placeholder' else model.get_parameter(node.target)
        made['namespace'] = 'inputs'
        made['attrs'] = attributes(target=str(node.target), __value=json.dumps(tensor.detach().flatten()[:16].tolist()))
        if node.op == 'get_attr':
            made['label'] = 'p_' + node.target.replace('.', '_')
    elif node.op != 'output':
        made['namespace'] = '/'.join([full_name(model), *(f'{full_name(module)}_{path.split(".")[-1]}' for path, module in node.meta['modules'])])
        made['label'] = 'aten.' + getattr(node.target, '__name__', str(node.target))
        made['attrs'] = attributes(**{str(index): str(argument) for index, argument in enumerate(node.args)})
    return made


def outputs_of(node):
    """Their adapter counts an output for each user."""
    tensor = node.meta.get('tensor_meta')
    if not hasattr(tensor, 'shape'):
        return []
    shape = f'{tensor.dtype}{json.dumps(list(tensor.shape))}'
    return [{'id': str(user), 'attrs': attributes(tensor_shape=shape)} for user in range(max(1, len(node.users)))]


def full_name(module):
    return f'{type(module).__module__}.{type(module).__qualname__}'


def deep(turns):
    """Nodes of `h = h + tanh(h)`, so many times."""
    nodes = [plain('h0', 'h0', 'inputs')]
    for turn in range(turns):
        nodes.append(plain(f't{turn}', 'aten.tanh', 'Deep', f'h{turn}'))
        nodes.append(plain(f'h{turn + 1}', 'aten.add', 'Deep', f'h{turn}', f't{turn}'))
    return [*nodes, plain('output', 'output', '', f'h{turns}')]


def plain(name, label, namespace, *sources):
    return {'id': name, 'label': label, 'namespace': namespace, 'incomingEdges': [edge(source, 0, index) for index, source in enumerate(sources)]}
