/**
 * Writes open text as the parser's training reads it, tagged by our own tagger, heads and labels left 0 for a teacher to fill in:
 * `tsx tools/train/parse/open-text.ts ARTICLES.jsonl DATA NAME`. DATA holds the hash tables that export.ts wrote.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTags } from '../../../src/language/annotate.ts';
import { loadLanguage } from '../../../src/language/language.ts';
import { AFFIX_SLOTS, lexicalRows, type LexicalRows } from '../../../src/language/parse/lexicon.ts';
import { xposCode } from '../../../src/language/parse/parse.ts';
import { findTokens } from '../../../src/language/tokens.ts';

const SHORTEST = 4;
const LONGEST = 70;

const table = (path: string): Uint32Array => {
  const file = readFileSync(path);
  return new Uint32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
};

function main([articles, data, name]: string[]): void {
  if (!articles || !data || !name) throw new Error('usage: open-text.ts ARTICLES.jsonl DATA NAME');
  const vectors = table(join(data, 'vectors.u32'));
  const words = table(join(data, 'words.u32'));
  const language = loadLanguage();
  const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };
  const lengths: number[] = [];
  const columns: number[] = [];
  for (const line of readFileSync(articles, 'utf8').trimEnd().split('\n')) {
    const { text } = JSON.parse(line) as { text: string };
    const { sentences, tokens } = findTokens(text, [{ kind: 'prose', start: 0, end: text.length }]);
    const tags = findTags(language, sentences, tokens);
    for (let s = 0; s < sentences.length; s++) {
      const first = sentences.firstToken[s]!;
      const end = sentences.endToken[s]!;
      if (end - first < SHORTEST || end - first > LONGEST) continue;
      lengths.push(end - first);
      for (let i = first; i < end; i++) {
        const { strings } = tokens;
        lexicalRows(strings.text(tokens.form[i]!), strings.text(tokens.lower[i]!), vectors, words, rows);
        const tag = xposCode(strings.text(tags.xpos[i]!));
        columns.push(rows.vector, rows.word, rows.shape, ...rows.affixes, tag, tags.upos[i]!, 0, 0, tag);
      }
    }
  }
  writeFileSync(join(data, `${name}.i32`), Int32Array.from([lengths.length, ...lengths, ...columns]));
  console.log(`${lengths.length} sentences, ${columns.length / 14} words`);
}

main(process.argv.slice(2));
