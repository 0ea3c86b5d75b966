import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Runs a program against the engine in a process of its own, and gives back what it prints as JSON. */
function inProcess(program: string, flags: readonly string[] = []): unknown {
  const { outputFiles } = buildSync({
    stdin: { contents: `import * as dz from './src/engine/index.ts';\n${program}`, resolveDir: '.', loader: 'ts' },
    bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20',
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, '-'], { input: outputFiles[0]!.text, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const peak = 'process.stdout.write(JSON.stringify(process.resourceUsage().maxRSS / 1000));';

describe('memory (book step 17)', () => {
  it('2,000 graphs over 10,000 numbers, in one synchronous loop, stay under 150 MB', () => {
    const megabytes = inProcess(`
      for (let i = 0; i < 2000; i++) {
        const x = new dz.Variable(dz.np.random.randn(10000));
        const y = dz.square(dz.square(dz.square(x)));
      }
      ${peak}`);
    expect(megabytes).toBeLessThan(150);
  });

  it('so do graphs of Functions that the user calls, with several outputs, of which one is used', () => {
    const megabytes = inProcess(`
      class Split extends dz.Function {
        forward(x: dz.NDArray) { return [x.mul(2), x.mul(3)]; }
        backward(a: dz.NDArray, b: dz.NDArray) { return a.mul(2).add(b.mul(3)); }
      }
      for (let i = 0; i < 2000; i++) {
        const [a] = new Split().call(new dz.Variable(dz.np.ones(10000)));
        dz.square(a).backward();
      }
      ${peak}`);
    expect(megabytes).toBeLessThan(150);
  });

  it('so do graphs that structures of the user hold in circles', () => {
    const megabytes = inProcess(`
      for (let i = 0; i < 2000; i++) {
        const x = new dz.Variable(dz.np.ones(10000));
        const y = dz.square(dz.square(x));
        const model = { x, y, self: null as unknown, layers: [] as unknown[] };
        model.self = model;
        model.layers.push({ of: model, creator: y.creator });
        Object.assign(x, { model });
        y.backward();
      }
      ${peak}`);
    expect(megabytes).toBeLessThan(150);
  });

  it('intermediate gradients are free while backward still runs, unless they are retained', () => {
    /** The most arrays that live while the pass is under way, beyond those of the forward pass. */
    const peakOf = (retainGrad: boolean): unknown => inProcess(
      `
      const size = 100_000;
      const arrays = () => { gc(); gc(); return process.memoryUsage().arrayBuffers / (size * 8); };
      let most = 0;
      class Probe extends dz.Function {
        forward(x: dz.NDArray) { return x.mul(1); }
        backward(gy: dz.NDArray) {
          most = Math.max(most, arrays());
          return gy.mul(1);
        }
      }
      let y = new dz.Variable(dz.np.ones(size));
      for (let i = 0; i < 40; i++) y = new Probe().call(dz.mul(y, 1.01));
      const before = arrays();
      y.backward({ retainGrad: ${String(retainGrad)} });
      process.stdout.write(JSON.stringify(most - before));`,
      ['--expose-gc'],
    );
    expect(peakOf(false)).toBeLessThan(5);
    expect(peakOf(true)).toBeGreaterThan(70);
  });

  it('data that no backward rule reads is free as soon as nobody holds the Variable', () => {
    /** Arrays that a chain of so many steps keeps, a step. */
    const keptBy = (step: string): unknown => inProcess(
      `
      const [size, steps] = [100_000, 40];
      const arrays = () => { gc(); gc(); return process.memoryUsage().arrayBuffers / (size * 8); };
      const x = new dz.Variable(dz.np.ones(size));
      const step = (x: dz.Variable) => ${step};
      let y = step(x);
      setTimeout(() => { // what weak references were made to stays until a job has ended
        const before = arrays();
        for (let i = 0; i < steps; i++) y = step(y);
        setTimeout(() => {
          const kept = (arrays() - before) / steps;
          y.backward();
          process.stdout.write(JSON.stringify([kept, x.grad.size]));
        });
      });`,
      ['--expose-gc'],
    );
    const close = (arrays: number): unknown => [expect.closeTo(arrays, 1), 100_000];
    expect(keptBy('dz.relu(dz.add(x, 1))'), 'relu reads its output, nobody the sum').toEqual(close(1));
    expect(keptBy('dz.tanh(dz.exp(dz.sigmoid(x)))'), 'each reads its output').toEqual(close(3));
    expect(keptBy('dz.neg(dz.sub(dz.add(x, 1), 2))'), 'no rule reads anything').toEqual(close(0));
    expect(keptBy('dz.square(dz.add(x, 1))'), 'square reads its input, and add not its own').toEqual(close(1));
  });

  it('also inside one synchronous loop, with but a few megabytes that wait for its end', () => {
    const megabytes = inProcess(`
      let y = new dz.Variable(dz.np.ones(100_000));
      for (let i = 0; i < 1000; i++) y = dz.add(y, 1);
      y.backward();
      ${peak}`);
    expect(megabytes).toBeLessThan(200); // all of it would be 800
  });

  it('what is freed says so when somebody wants it', () => {
    const said = inProcess(
      `
      const y = dz.relu(dz.add(new dz.Variable(dz.np.ones(1000), 'x'), 1));
      setTimeout(() => {
        gc();
        const [h] = y.creator!.inputs;
        const told = (action: () => unknown) => { try { return String(action()); } catch (error) { return (error as Error).message; } };
        y.backward({ retainGrad: true });
        process.stdout.write(JSON.stringify([told(() => h.data), String(h), h.shape, h.dtype, h.isEmpty, h.grad!.shape, told(() => dz.add(h, 1))]));
      });`,
      ['--expose-gc'],
    );
    const freed = 'The data of the output of Add, of shape (1000,), has been freed: no backward rule reads it, and nobody held the Variable any more. '
      + 'Keep the Variable itself in a const where you compute it, and read its data there.';
    expect(said).toEqual([freed, 'variable(<freed: shape (1000,), float64>)', [1000], 'float64', false, [1000], freed]);
  });

  it('a chain of 1,000,000 operations differentiates', () => {
    const gradient = inProcess(`
      const x = new dz.Variable(1);
      let y = x;
      for (let i = 0; i < 1_000_000; i++) y = dz.add(y, x);
      y.backward();
      process.stdout.write(JSON.stringify(x.grad.item()));`);
    expect(gradient).toBe(1_000_001);
  });

  it('an output that nobody uses is collected, though its Function and its sibling live', () => {
    const alive = inProcess(
      `
      class Split extends dz.Function {
        forward(x: dz.NDArray) { return [x.mul(2), x.mul(3)]; }
        backward(a: dz.NDArray, b: dz.NDArray) { return a.add(b); }
      }
      const f = new Split();
      const [a] = f.call(new dz.Variable(1));
      class Twice extends dz.Function {
        forward(x: dz.NDArray) { return x.mul(2); }
        backward(gy: dz.NDArray) { return gy.mul(2); }
      }
      const g = new Twice();
      g.call(new dz.Variable(1));
      setTimeout(() => {
        gc();
        process.stdout.write(JSON.stringify([f.outputs.map(o => o.deref() !== undefined), g.outputs.map(o => o.deref() !== undefined), String(a)]));
      }, 10);`,
      ['--expose-gc'],
    );
    expect(alive).toEqual([[true, false], [false], 'variable(2.0)']);
  });

  it('no-grad keeps no inputs', () => {
    const kept = inProcess(
      `
      let data = new WeakRef({});
      const y = dz.noGrad(() => {
        const x = new dz.Variable(dz.np.ones(10));
        data = new WeakRef(x);
        return dz.square(x);
      });
      setTimeout(() => {
        gc();
        process.stdout.write(JSON.stringify([data.deref() !== undefined, y.creator, y.generation]));
      }, 10);`,
      ['--expose-gc'],
    );
    expect(kept).toEqual([false, null, 0]);
  });
});
