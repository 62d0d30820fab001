import { DEPREL, deprelCode, type Deprel } from '../../src/language/parse/index.ts';
import { xposCode } from '../../src/language/parse/parse.ts';
import type { Words } from '../../src/language/parse/words.ts';
import { UPOS, type Tree } from '../../src/model/index.ts';

/** Tree after settling, as `form head label`, of lines written so with a Penn tag behind. */
export function settledBy(settle: (words: Words, tree: Tree) => void, lines: readonly string[]): string[] {
  const rows = lines.map((line) => line.split(' ') as [string, string, Deprel, string]);
  const words = {
    length: rows.length,
    form: (i: number) => rows[i]![0],
    lower: (i: number) => rows[i]![0].toLowerCase(),
    upos: (i: number) => UPOS.indexOf(rows[i]![3].startsWith('VB') ? 'VERB' : 'NOUN'),
    xpos: (i: number) => xposCode(rows[i]![3]),
  };
  const tree = {
    length: rows.length,
    head: Int32Array.from(rows, ([, head]) => Number(head) - 1),
    label: Uint8Array.from(rows, ([, , label]) => deprelCode(label)),
  };
  settle(words, tree);
  return rows.map(([form], i) => `${form} ${tree.head[i]! + 1} ${DEPREL[tree.label[i]!]}`);
}
