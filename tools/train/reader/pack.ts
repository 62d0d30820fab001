import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READER_VERSION } from '../../../src/language/language.ts';
import type { Section } from '../../../src/language/weights.ts';
import { type Context, saveModel } from '../context.ts';
import { readNpz } from './npz.ts';

const EMBEDDINGS = new Set(['cluster', 'word', 'shape', 'affix', 'hint']);
/** Taken off the log probability of "no name"; found on the dev parts, see docs/language.md. */
const OUTSIDE_PENALTY = -0.3;
const UNUSED = /^(?:settings|silver.*)$/;

/** Rows as int8, each with a scale of its own. */
function scaledRows(
  values: Float32Array,
  width: number,
): [Int8Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  const scales = new Float32Array(values.length / width);
  const rows = new Int8Array(values.length);
  scales.forEach((_, row) => {
    const part = values.subarray(row * width, (row + 1) * width);
    const scale = part.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
    scales[row] = scale;
    part.forEach((value, j) => (rows[row * width + j] = Math.round(value / scale)));
  });
  return [rows, scales];
}

/** Packs what train.py wrote into the reader's model. `data` holds the labels. */
export function packReader(context: Context, parameters: string, data: string): void {
  const labels = readFileSync(join(data, 'labels.txt'), 'utf8').split('\n');
  const sections: Record<string, Section> = { labels, outside: Float32Array.of(OUTSIDE_PENALTY) };
  const found = readNpz(parameters);
  for (const [name, { shape, values }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (UNUSED.test(name)) continue;
    if (EMBEDDINGS.has(name)) {
      const [rows, scales] = scaledRows(values, shape[1]!);
      sections[name] = rows;
      sections[`${name}.scale`] = scales;
    } else if (shape.length === 2) {
      const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 32767;
      sections[name] = Int16Array.from(values, (value) => Math.round(value / scale));
      sections[`${name}.scale`] = Float32Array.of(scale);
    } else sections[name] = values;
  }
  const layers = [...found.keys()].filter((name) => /^sru\d_w$/.test(name)).length;
  const [dim, names] = found.get('name')!.shape;
  sections['sizes'] = JSON.stringify({ dim, layers, tags: labels.length, names });
  saveModel(context, 'reader', READER_VERSION, sections);
}
