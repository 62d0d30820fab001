/** 32-bit hashes of strings and of pairs, the keys of all feature tables. Signed, so that they stay small integers. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return scramble(hash);
}

/** Murmur3's finalizer. */
export function scramble(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** An order-sensitive mix of two keys. */
export const mix = (a: number, b: number): number => scramble(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15));
