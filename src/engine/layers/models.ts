/** @file Sequential and MLP: networks of layers one after the other (book step 45). */
import { layerErrors } from '../errors/layers.js';
import { sigmoid } from '../functions/activation.js';
import type { Variable } from '../variable.js';
import { Layer, Model } from './layer.js';
import { Linear } from './linear.js';

/** A function of one Variable that has nothing to learn, such as `relu`. */
export type Activation = (x: Variable) => Variable;

/**
 * Calls layers and plain functions one after the other; the paths of its Parameters are `layers.0.W` and so on.
 * @example
 * new Sequential(new Linear(10), relu, new Linear(1))
 */
export class Sequential extends Model {
  readonly layers: readonly (Layer | Activation)[];

  constructor(...layers: (Layer | Activation)[]) {
    super();
    layers.forEach((layer, i) => {
      if (layer instanceof Layer || typeof layer === 'function') return;
      throw layerErrors.noLayer(i);
    });
    this.layers = layers;
  }

  /** @throws TypeError when a layer before the last has several outputs. */
  forward(x: Variable): Variable {
    return this.layers.reduce<Variable>((value, layer, i) => {
      const y = layer instanceof Layer ? layer.call(value) : layer(value);
      if (!Array.isArray(y)) return y as Variable;
      throw layerErrors.severalOutputs(i, layer instanceof Layer ? layer.constructor.name : layer.name);
    }, x);
  }
}

/**
 * Linear layers of the given output sizes, with the activation between them and none after the last.
 * @example
 * new MLP([10, 1]) // the network of the book's steps 43 to 46
 */
export class MLP extends Model {
  readonly layers: readonly Linear[];

  /** @throws RangeError for no sizes, or one that is no positive integer. */
  constructor(sizes: readonly number[], readonly activation: Activation = sigmoid) {
    super();
    if (sizes.length === 0) throw layerErrors.noSizes();
    this.layers = sizes.map(size => new Linear(size));
  }

  forward(x: Variable): Variable {
    return this.layers.reduce((value, layer, i) => layer.call(i === 0 ? value : this.activation(value)), x);
  }
}
