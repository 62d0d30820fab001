import { UPOS, type Upos } from '../model/index.ts';

/** A label of the tagger: both tags at once, `VERB|VBD`. */
export interface TagLabels {
  readonly length: number;
  readonly upos: Uint8Array;
  readonly xpos: readonly string[];
}

export function readLabels(labels: readonly string[]): TagLabels {
  return {
    length: labels.length,
    upos: Uint8Array.from(labels, (label) => UPOS.indexOf(label.slice(0, label.indexOf('|')) as Upos)),
    xpos: labels.map((label) => label.slice(label.indexOf('|') + 1)),
  };
}
