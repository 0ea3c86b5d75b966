/** @file How a Function is called: operands become Variables, `forward` computes, and the call is recorded (book steps 2, 7, 16 and 21). */
import { Config } from './config.js';
import { withOperands } from './errors/operands.js';
import { ruleErrors } from './errors/rules.js';
import type { ForwardValue, Function } from './function.js';
import { heldOf, numberOf } from './held.js';
import { weakArray } from './ndarray/index.js';
import { reading } from './changes.js';
import { here, watch } from './observer.js';
import { type Data, Variable } from './variable.js';

/**
 * With any number of operands. Takes the array over.
 * @throws TypeError for operands that are no data, or a `forward` that returns none; whatever `forward` throws, an error of the engine's
 * arrays with what the operands are.
 */
export function call(fn: Function, operands: (Variable | Data)[]): Variable | Variable[] {
  if (operands.length === 1) return callOne(fn, operands[0]!);
  if (operands.length === 2) return callTwo(fn, operands[0]!, operands[1]!);
  try {
    return computeAll(fn, operands);
  } catch (error) {
    throw withOperands(error, fn, operands);
  }
}

/** One and two operands apart, here and in the graph: to make an array and spread it costs more than most operations on scalars. */
export function callOne(fn: Function, operand: Variable | Data): Variable | Variable[] {
  try {
    return computeOne(fn, operand);
  } catch (error) {
    throw withOperands(error, fn, [operand]);
  }
}

export function callTwo(fn: Function, operand0: Variable | Data, operand1: Variable | Data): Variable | Variable[] {
  try {
    return computeTwo(fn, operand0, operand1);
  } catch (error) {
    throw withOperands(error, fn, [operand0, operand1]);
  }
}

function computeAll(fn: Function, operands: readonly (Variable | Data)[]): Variable | Variable[] {
  const site = here();
  const beside = operands.find(operand => operand instanceof Variable) ?? null;
  const inputs = operands.map(operand => asInput(fn, operand, beside));
  return finish(fn, site, inputs[0] ?? null, inputs[1] ?? null, inputs, fn.forward(...inputs.map(input => input.read())));
}

function computeOne(fn: Function, operand: Variable | Data): Variable | Variable[] {
  const site = here();
  const x = asInput(fn, operand, null);
  const single = reading.by === null ? numberOf(x.held) : undefined;
  const value = single === undefined ? undefined : fn.forwardNumber(single, 0);
  return finish(fn, site, x, null, null, value === undefined ? fn.forward(x.read()) : value);
}

function computeTwo(fn: Function, operand0: Variable | Data, operand1: Variable | Data): Variable | Variable[] {
  const site = here();
  const x0 = asInput(fn, operand0, operand1);
  const x1 = asInput(fn, operand1, operand0);
  const value = reading.by === null ? computeNumbers(fn, x0, x1) : undefined;
  return finish(fn, site, x0, x1, null, value === undefined ? fn.forward(x0.read(), x1.read()) : value);
}

function computeNumbers(fn: Function, x0: Variable, x1: Variable): number | undefined {
  const left = numberOf(x0.held);
  if (left === undefined) return undefined;
  const right = numberOf(x1.held);
  return right === undefined ? undefined : fn.forwardNumber(left, right);
}

/** An operand as a Variable: a JavaScript number takes the dtype that NumPy's weak promotion gives it beside the other. */
function asInput(fn: Function, operand: Variable | Data, beside: Variable | Data | null): Variable {
  if (operand instanceof Variable) return operand;
  const weak = typeof operand === 'number' && beside instanceof Variable && beside.dtype !== 'float64';
  const made = new Variable(weak ? weakArray(operand, beside.dtype, fn.name.toLowerCase()) : operand);
  made.site = 0; // it is written there, but the place is the operator's
  return made;
}

function finish(
  fn: Function,
  site: number,
  input0: Variable | null,
  input1: Variable | null,
  list: readonly Variable[] | null,
  result: ForwardValue | readonly ForwardValue[],
): Variable | Variable[] {
  const { observer } = watch;
  if (observer !== null) observer.site = site; // forward has been at places of its own
  fn.site = site;
  const made = Array.isArray(result) ? outputsOf(fn, result as readonly ForwardValue[]) : outputOf(fn, result as ForwardValue);
  if (Config.enableBackprop) fn.record(input0, input1, list, made);
  else if (Array.isArray(made)) for (const output of made) output.unrecorded = true;
  else made.unrecorded = true;
  if (observer !== null) observer.called(fn, Array.isArray(made) ? made : [made]);
  return made;
}

function outputsOf(fn: Function, values: readonly ForwardValue[]): Variable[] {
  if (values.length === 0) throw ruleErrors.forwardReturnedNoOutput(fn);
  return values.map(value => outputOf(fn, value));
}

function outputOf(fn: Function, value: ForwardValue | undefined): Variable {
  if (value === undefined) throw ruleErrors.forwardReturnedNothing(fn);
  return new Variable(heldOf(value, () => `${fn.name}'s output`));
}
