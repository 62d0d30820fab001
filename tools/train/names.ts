import { NAME_TYPES } from '../../src/language/name-labels.ts';
import type { Entity } from './entities.ts';

/** The code of each word's label, by its place in `NAME_LABELS`. */
export function labelsOf(length: number, entities: readonly Entity[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, end, type } of entities) {
    const base = 1 + NAME_TYPES.indexOf(type) * 4;
    if (end - first === 1) labels[first] = base + 3;
    else {
      labels[first] = base;
      labels.fill(base + 1, first + 1, end - 1);
      labels[end - 1] = base + 2;
    }
  }
  return labels;
}
