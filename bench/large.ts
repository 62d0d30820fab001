/**
 * tsx bench/large.ts [ARTICLES.jsonl]: `extract` of ordinary text of a quarter to four MiB, the largest article that is read, to see what
 * grows faster than the text. Articles are put one after the other, and again from the first where they run out.
 */
import { extract, loadEntities, loadRules } from '../src/library.ts';
import { readTexts } from './articles.ts';

const MEBIBYTE = 2 ** 20;
const texts = readTexts(process.argv[2]).map((text) => Buffer.from(`${text}\n\n`));
const options = { rules: loadRules(), entities: loadEntities(), assumeEnglish: true };

function textOf(bytes: number): Buffer {
  const parts: Buffer[] = [];
  for (let size = 0, at = 0; size < bytes; at++) {
    const part = texts[at % texts.length]!;
    parts.push(part);
    size += part.length;
  }
  // Not a whole article more than asked for, and no character cut in two.
  return Buffer.from(
    Buffer.concat(parts)
      .toString('utf8', 0, bytes - 8)
      .replace(/\ufffd$/u, ''),
  );
}

console.log('| MiB | seconds of processor time | entities | edges |\n|---|---|---|---|');
for (const size of [0.25, 0.5, 1, 2, 4]) {
  const text = textOf(size * MEBIBYTE);
  const used = process.cpuUsage();
  const { nodes, edges } = extract([{ text, source: 'large.txt' }], options);
  const { user, system } = process.cpuUsage(used);
  console.log(`| ${size} | ${((user + system) / 1e6).toFixed(1)} | ${nodes.length} | ${edges.length} |`);
}
