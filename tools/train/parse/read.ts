import { readFileSync } from 'node:fs';
import type { Words } from '../../../src/language/parse/words.ts';
import { xposCode } from '../../../src/language/parse/parse.ts';
import { UPOS } from '../../../src/model/index.ts';
import type { TreebankSentence } from '../conllu.ts';
import { lowerOf } from './lower.ts';

/** Tags of one sentence. */
export interface Tags {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
}

/** Reads tags written one word a line, `UPOS TAB XPOS`, a blank line after each sentence. */
export function readTags(path: string): Tags[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((part) => {
      const rows = part.split('\n').map((line) => line.split('\t'));
      return { upos: rows.map((row) => row[0]!), xpos: rows.map((row) => row[1]!) };
    });
}

export function wordsOf({ form }: Pick<TreebankSentence, 'form'>, tags: Tags): Words {
  const lower = form.map(lowerOf);
  const upos = tags.upos.map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number]));
  const xpos = tags.xpos.map(xposCode);
  return {
    length: form.length,
    form: (i) => form[i]!,
    lower: (i) => lower[i]!,
    upos: (i) => upos[i]!,
    xpos: (i) => xpos[i]!,
  };
}
