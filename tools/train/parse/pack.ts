/**
 * Packs trained parameters into the parser's model.
 * PARAMETERS is a pair of files, `PARAMETERS.json` (name, shape, offset of each) and `PARAMETERS.f32`. The two large embeddings are
 * stored in four bits, the others as int8, with one scale per row; matrices as int16 with one scale, biases as float32.
 */
import { readFileSync } from 'node:fs';
import { DEPREL } from '../../../src/language/parse/labels.ts';
import type { Sizes } from '../../../src/language/parse/layers.ts';
import { MODEL_NAME, MODEL_VERSION } from '../../../src/language/parse/model.ts';
import type { Section } from '../../../src/language/weights.ts';
import { type Context, saveModel } from '../context.ts';

interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}
type Floats = Float32Array<ArrayBuffer>;
const EMBEDDINGS = ['shape', 'tag', 'upos'];
const LARGE_EMBEDDINGS = ['word', 'affix'];

const bytesOf = (path: string): ArrayBuffer => {
  const file = readFileSync(path);
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
};

/** Adds zero columns up to a multiple of 8. */
function widened(values: Floats, width: number): Floats {
  const wide = (width + 7) & ~7;
  const rows = values.length / width;
  const out = new Float32Array(rows * wide);
  for (let row = 0; row < rows; row++) out.set(values.subarray(row * width, (row + 1) * width), row * wide);
  return out;
}

function scaledRows(values: Floats, width: number): [Int8Array<ArrayBuffer>, Floats] {
  const count = values.length / width;
  const scales = new Float32Array(count);
  const rows = new Int8Array(values.length);
  for (let row = 0; row < count; row++) {
    const part = values.subarray(row * width, (row + 1) * width);
    const scale = part.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
    scales[row] = scale;
    part.forEach((value, j) => (rows[row * width + j] = Math.round(value / scale)));
  }
  return [rows, scales];
}

/** Rows as four-bit numbers, two to a byte, each row with the scale that loses least. */
function packedRows(values: Floats, width: number): [Uint8Array<ArrayBuffer>, Floats] {
  const count = values.length / width;
  const scales = new Float32Array(count);
  const rows = new Uint8Array(values.length / 2);
  for (let row = 0; row < count; row++) {
    const part = values.subarray(row * width, (row + 1) * width);
    const scale = bestScale(part);
    scales[row] = scale;
    part.forEach(
      (value, j) => (rows[(row * width + j) >> 1]! |= (nibble(value, scale) + 8) << (4 * (j & 1))),
    );
  }
  return [rows, scales];
}

const nibble = (value: number, scale: number): number => Math.max(-7, Math.min(7, Math.round(value / scale)));

function bestScale(part: Floats): number {
  const most = part.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9);
  let best = most / 7;
  let least = Infinity;
  for (let clip = 20; clip >= 8; clip--) {
    const scale = (most * clip) / 20 / 7;
    const loss = part.reduce((sum, value) => sum + (value - nibble(value, scale) * scale) ** 2, 0);
    if (loss < least) [least, best] = [loss, scale];
  }
  return best;
}

function scaledMatrix(values: Floats): [Int16Array<ArrayBuffer>, Floats] {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 32767;
  return [Int16Array.from(values, (value) => Math.round(value / scale)), Float32Array.of(scale)];
}

export function packParser(context: Context, data: string, parameters: string): void {
  const list = JSON.parse(readFileSync(`${parameters}.json`, 'utf8')) as Parameter[];
  const all = new Float32Array(bytesOf(`${parameters}.f32`));
  const found = new Map(list.map((parameter) => [parameter.name, parameter]));
  const sections: Record<string, Section> = {};
  for (const { name, shape, offset } of list) {
    if (name.startsWith('aux')) continue;
    const size = shape.reduce((a, b) => a * b, 1);
    let values = all.subarray(offset, offset + size);
    if (name === 'label_out_bias') {
      values = widened(values, shape[0]!);
      values.fill(-1e9, DEPREL.length);
    } else if (name === 'label_out') values = widened(values, shape[1]!);
    const store = (stored: Section, scale: Floats): void => {
      sections[name] = stored;
      sections[`${name}.scale`] = scale;
    };
    if (LARGE_EMBEDDINGS.includes(name)) store(...packedRows(values, shape[1]!));
    else if (EMBEDDINGS.includes(name)) store(...scaledRows(values, shape[1]!));
    else if (shape.length === 2) store(...scaledMatrix(values));
    else sections[name] = Float32Array.from(values);
  }
  const shape = (name: string): readonly number[] => found.get(name)!.shape;
  const sizes: Sizes = {
    dim: shape('root')[0]!,
    layers: list.filter(({ name }) => /^sru\d_w$/.test(name)).length,
    arc: shape('arc_u')[0]!,
    label: shape('label_out')[0]!,
    labels: (DEPREL.length + 7) & ~7,
    vector: shape('project')[0]!,
  };
  sections['sizes'] = JSON.stringify(sizes);
  sections['word.hash'] = new Uint32Array(bytesOf(`${data}/words.u32`));
  saveModel(context, MODEL_NAME, MODEL_VERSION, sections);
}
