import { describe, expect, it } from 'vitest';
import { KERNEL } from '../../../../src/language/parse/kernel/bytes.ts';
import { instantiate } from '../../../../src/language/parse/kernel/kernel.ts';
import { denseLayer, shortLayer } from '../../../../src/language/parse/layers.ts';
import { compileKernel } from '../../../../tools/train/parse/kernel.ts';

const N = 6;
const DEPTH = 16;
const WIDTH = 24;
const wave = (length: number, step: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(i * step));
const a = wave(8 * DEPTH, 0.7);
const w = wave(DEPTH * WIDTH, 1.3);
const bias = wave(WIDTH, 2.1);

/** a · w + bias, the plain way. */
function product(): number[] {
  const out: number[] = [];
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < WIDTH; j++) {
      let sum = bias[j]!;
      for (let k = 0; k < DEPTH; k++) sum += a[i * DEPTH + k]! * w[k * WIDTH + j]!;
      out.push(sum);
    }
  }
  return out;
}

function prepared(): { kernel: ReturnType<typeof instantiate>; input: number; out: number } {
  const kernel = instantiate(100_000);
  const input = kernel.reserve(4 * a.length);
  kernel.floats.set(a, input / 4);
  return { kernel, input, out: kernel.reserve(4 * 8 * WIDTH) };
}

describe('the kernel', () => {
  it('is what its source compiles to', async () => expect(KERNEL).toBe(await compileKernel()));

  it('multiplies matrices and adds a bias', () => {
    const { kernel, input, out } = prepared();
    const layer = denseLayer(kernel, w, WIDTH, bias);
    kernel.multiply(N, DEPTH, WIDTH, input, layer.weight, layer.bias, out, 0);
    product().forEach((expected, i) => expect(kernel.floats[out / 4 + i]).toBeCloseTo(expected, 4));
  });

  it('rectifies when asked to', () => {
    const { kernel, input, out } = prepared();
    const layer = denseLayer(kernel, w, WIDTH, bias);
    kernel.multiply(N, DEPTH, WIDTH, input, layer.weight, layer.bias, out, 1);
    product().forEach((expected, i) =>
      expect(kernel.floats[out / 4 + i]).toBeCloseTo(Math.max(0, expected), 4),
    );
  });

  it('multiplies in integers to two decimals', () => {
    const { kernel, input, out } = prepared();
    const stored = Int16Array.from(w, (value) => Math.round(value * 30_000));
    const layer = shortLayer(kernel, [{ values: stored, scale: 1 / 30_000, width: WIDTH }], bias);
    const short = kernel.reserve(2 * a.length);
    kernel.shorten(a.length, input, 512, short);
    kernel.multiplyShort(N, DEPTH, WIDTH, short, layer.weight, layer.scale, layer.bias, out, 0);
    product().forEach((expected, i) => expect(kernel.floats[out / 4 + i]).toBeCloseTo(expected, 2));
  });

  it('saturates what int16 cannot hold', () => {
    const { kernel, input } = prepared();
    kernel.floats.set([1e9, -1e9, 0.5, 0, 0, 0, 0, 0], input / 4);
    const short = kernel.reserve(16);
    kernel.shorten(8, input, 512, short);
    expect([...kernel.shorts.slice(short / 2, short / 2 + 3)]).toEqual([8191, -8191, 256]);
  });

  it('runs a recurrent layer in both directions', () => {
    const half = 8;
    const rows = 5;
    const kernel = instantiate(100_000);
    const place = (values: Float32Array): number => {
      const at = kernel.reserve(4 * values.length);
      kernel.floats.set(values, at / 4);
      return at;
    };
    const gates = wave(rows * 6 * half, 0.37);
    const peephole = wave(4 * half, 0.9);
    const input = wave(rows * 2 * half, 0.5);
    const out = kernel.reserve(4 * input.length);
    const short = kernel.reserve(2 * input.length);
    kernel.recur(rows, half, place(gates), place(peephole), place(input), out, 512, short);
    const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
    for (const side of [0, 1]) {
      for (let j = 0; j < half; j++) {
        let c = 0;
        for (let step = 0; step < rows; step++) {
          const t = side === 0 ? step : rows - 1 - step;
          const gate = (n: number): number => gates[t * 6 * half + (2 * n + side) * half + j]!;
          const forget = logistic(gate(1) + peephole[side * half + j]! * c);
          const reset = logistic(gate(2) + peephole[(2 + side) * half + j]! * c);
          c = forget * c + (1 - forget) * gate(0);
          const at = t * 2 * half + side * half + j;
          expect(kernel.floats[out / 4 + at]).toBeCloseTo(reset * c + (1 - reset) * input[at]!, 4);
        }
      }
    }
  });

  it('finds the first of the largest', () => {
    const kernel = instantiate(10_000);
    const values = kernel.reserve(64);
    const out = kernel.reserve(16);
    kernel.floats.set([1, 7, 7, 2, 9, 9, 9, 9, 0, -1, 3, 5, 8, 8, 8, 8], values / 4);
    kernel.largest(2, 8, 4, values, out);
    expect([...kernel.integers.slice(out / 4, out / 4 + 2)]).toEqual([1, 3]);
  });
});
