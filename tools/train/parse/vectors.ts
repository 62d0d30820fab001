/**
 * Packs word vectors for the reader and the parser: `tsx tools/train/parse/vectors.ts FOLDER OUT`, FOLDER being what vectors.py wrote.
 * Models trained on other vectors must be trained again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../../src/language/parse/lexicon.ts';
import { VECTORS_VERSION } from '../../../src/language/vectors.ts';
import { encodeWeights } from '../../../src/language/weights.ts';

/** Puts vectors given in any order into that of their hashes. */
function sortedVectors(
  words: readonly string[],
  rows: Int8Array,
): { hashes: Uint32Array<ArrayBuffer>; rows: Int8Array<ArrayBuffer> } {
  const width = rows.length / words.length;
  const order = words.map((word, row) => [hashText(word), row] as const).sort(([a], [b]) => a - b);
  const hashes = Uint32Array.from(order, ([hash]) => hash);
  if (new Set(hashes).size < hashes.length) throw new Error('two words with vectors have the same hash');
  const sorted = new Int8Array(rows.length);
  order.forEach(([, row], i) => sorted.set(rows.subarray(row * width, (row + 1) * width), i * width));
  return { hashes, rows: sorted };
}

const [folder, out] = process.argv.slice(2);
if (!folder || !out) throw new Error('usage: vectors.ts FOLDER OUT');
const words = readFileSync(join(folder, 'vector-words.txt'), 'utf8').split('\n');
const { hashes, rows } = sortedVectors(words, new Int8Array(readFileSync(join(folder, 'vector-rows.i8'))));
writeFileSync(out, encodeWeights('vectors', VECTORS_VERSION, { 'vector.hash': hashes, vector: rows }));
