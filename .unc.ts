import { readFileSync, readdirSync } from 'node:fs';
import { analyze, loadLanguage } from './src/language/index.ts';
import { readArticle } from './src/read/index.ts';
import { formAt, uposAt } from './src/model/index.ts';
import { nameMentions } from './src/entities/names.ts';
const c = new Map<string, string[]>();
for (const f of readdirSync('/tmp/ent/wiki')) {
  const t = readFileSync('/tmp/ent/wiki/' + f); if (t.length > 14000) continue;
  const a = readArticle(f, t, {}); const d = { article: a, ...analyze(a, loadLanguage()) } as any;
  const cov = new Set<number>(); for (const n of nameMentions(d)) for (let i = n.firstToken; i < n.endToken; i++) cov.add(i);
  for (let i = 0; i < d.tokens.length; i++) {
    const k = d.passages[d.sentences.passage[d.tokens.sentence[i]]].kind; if (k !== 'prose') continue;
    const ok = (j: number) => !cov.has(j) && uposAt(d.tags, j) === 'PROPN' && /^\p{Lu}/u.test(formAt(d.tokens, j)) && d.tokens.sentence[j] === d.tokens.sentence[i];
    if (!ok(i)) continue; let e = i + 1; while (ok(e)) e++;
    const s = a.text.slice(d.tokens.start[i], d.tokens.end[e - 1]); (c.get(s) ?? c.set(s, []).get(s)!).push(f); i = e - 1;
  }
}
console.log([...c].sort((x, y) => y[1].length - x[1].length).map(([k, v]) => k + '(' + v.length + ')').join(', '));
