import { readFileSync, readdirSync } from 'node:fs';
import { analyze, loadLanguage } from './src/language/index.ts';
import { readArticle } from './src/read/index.ts';
import { lemmaAt, uposAt } from './src/model/index.ts';
const c = new Map<string, number>();
for (const f of readdirSync('/tmp/ent/wiki')) {
  const t = readFileSync('/tmp/ent/wiki/' + f); if (t.length > 16000) continue;
  const d = analyze(readArticle(f, t, {}), loadLanguage()) as any;
  for (let i = 0; i < d.tokens.length; i++) if (uposAt(d.tags, i) === 'NOUN') { const l = lemmaAt(d.tokens, d.tags, i).toLowerCase(); c.set(l, (c.get(l) ?? 0) + 1); }
}
for (const [k, v] of [...c].sort((a, b) => b[1] - a[1])) console.log(k, v);
