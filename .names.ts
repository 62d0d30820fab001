import { readFileSync } from 'node:fs';
import { analyzeArticle } from './src/pipeline/index.ts';
import { readArticle } from './src/read/index.ts';
import { loadRules } from './src/library.ts';
const rules = loadRules();
for (const f of process.argv.slice(2)) {
  const t = readFileSync(f); if (t.length > 14000) continue;
  const a = readArticle(f, t, {});
  const d = analyzeArticle(a, { rules });
  console.log(f.slice(-8, -4) + ' ' + a.title.slice(0, 60) + ': ' + d.entities.filter((e) => e.named).map((e) => `${[e.name, ...e.aliases].join(' = ')} (${e.type.slice(0, 3)})`).join(', '));
}
