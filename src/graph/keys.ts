import { createHash } from 'node:crypto';

/** Letters and digits of any script, in NFC and lower case, runs of all else as one hyphen. */
export function slug(name: string): string {
  const text = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return text || 'unnamed';
}

const shortHash = (value: unknown, digits: number): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, digits);

/** Tells apart nodes that share type and slug: hashed from where the thing is first mentioned. */
export const nodeSuffix = (place: readonly (string | number)[], digits: number): string =>
  shortHash(place, digits);

export const edgeKey = (source: string, relation: string, target: string, status: string): string =>
  shortHash([source, relation, target, status], 16);
