import { readFileSync } from 'node:fs';
import { analyzeArticle } from './src/pipeline/index.ts';
import { readArticle } from './src/read/index.ts';
import { loadRules } from './src/library.ts';
const rules = loadRules();
for (const f of process.argv.slice(2)) {
  const a = readArticle(f, readFileSync(f), {});
  const d = analyzeArticle(a, { rules });
  console.log('=====', f);
  const { mentions, entities, sentences, assertions } = d;
  const shown = new Set<number>();
  for (const s of assertions) { shown.add(s.source); shown.add(s.target); }
  for (let i = 0; i < sentences.length; i++) {
    const st = sentences.start[i]!, en = sentences.end[i]!;
    const ms = mentions.filter((m) => m.sentence === i);
    const ins: [number, number, string][] = [];
    for (const m of ms) {
      const t = m.entity === null ? '?' : `${m.entity}${(entities[m.entity]!.type)[0]}${entities[m.entity]!.named ? '' : '~'}`;
      if (m.entity === null && m.kind !== 'nominal') continue;
      ins.push([m.start, 1, '[']);
      ins.push([m.end, 0, `|${t}${m.sieve ? ':' + m.sieve : ''}]`]);
    }
    ins.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    let out = '', at = st;
    for (const [p, , s] of ins) { out += a.text.slice(at, p) + s; at = Math.max(at, p); }
    out += a.text.slice(at, en);
    console.log(`(${d.passages[sentences.passage[i]!]!.kind[0]}) ` + out.replace(/\s+/g, ' '));
  }
  console.log('--');
  entities.forEach((e, i) => console.log(`${i} ${e.type}${e.named ? '' : '~'}${shown.has(i) ? '*' : ''} | ${e.name} | ${e.aliases.join('; ')} ${e.when ? '@' + e.when.join(',') : ''} ${e.place ?? ''} ${e.roles ? 'R:' + e.roles.map((r) => r.title + '/' + r.affiliation).join(',') : ''}`));
  for (const s of assertions) console.log(`  EDGE ${entities[s.source]!.name} -${s.relation}-> ${entities[s.target]!.name} ${s.status} ${s.rule}`);
}
