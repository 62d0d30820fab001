import { readWeights } from './weights.ts';

/** Word vectors: hashes of words (`hashText`), ascending, and for each a row of 64 int8 in steps of 1/32. */
export interface Vectors {
  readonly hashes: Uint32Array;
  readonly rows: Int8Array;
}

export const VECTORS_VERSION = 1;

let opened: Vectors | undefined;

/**
 * The vectors that the reader and the parser share, read once per process.
 * @throws UserError when the file is missing, damaged, or of another version.
 */
export function openVectors(): Vectors {
  opened ??= readVectors(new URL('./models/vectors.bin', import.meta.url));
  return opened;
}

/** As `openVectors`, from a file that is named. */
export function readVectors(path: URL): Vectors {
  const weights = readWeights(path, 'vectors', VECTORS_VERSION);
  return { hashes: weights.array('vector.hash', 'u32'), rows: weights.array('vector', 'i8') };
}
