import { readFileSync, readdirSync } from 'node:fs';
import { analyzeArticle } from './src/pipeline/index.ts';
import { readArticle } from './src/read/index.ts';
import { loadRules } from './src/library.ts';
import { lemmaAt, lowerAt, uposAt } from './src/model/index.ts';
import { headOf, relationOf, childrenOf, caseOf } from './src/entities/syntax.ts';
const rules = loadRules();
const V = /^(oppose|reject|condemn|criticise|criticize|denounce|protest|challenge|fight|resist|block|veto|attack|slam|decry|object|threaten|ban|sue|accuse|blame|against|defy|boycott|question|disagree|vote|campaign|march|rally|demonstrate|strike|dismiss|defend|support|endorse|back)$/;
const c = new Map<string, string[]>();
for (const f of readdirSync('/tmp/ent/wiki')) {
  const t = readFileSync('/tmp/ent/wiki/' + f); if (t.length > 14000) continue;
  const a = readArticle(f, t, {});
  const d = analyzeArticle(a, { rules }) as any;
  const ent = new Set<number>();
  for (const m of d.mentions) if (m.entity !== null) for (let i = m.firstToken; i < m.endToken; i++) ent.add(i);
  for (let i = 0; i < d.tokens.length; i++) {
    const r = relationOf(d, i); const h = headOf(d, i);
    if (h < 0 || uposAt(d.tags, i) === 'PRON') continue;
    const v = lemmaAt(d.tokens, d.tags, h);
    const against = caseOf(d, i) === 'against';
    const role = r === 'obj' ? 'obj' : r === 'nsubj:pass' ? 'pass' : against ? 'against' : r==='nsubj'? 'subj' : '';
    if (!role || (!against && !V.test(v))) continue;
    if (role==='subj') continue;
    if (against && !/^(oppose|protest|vote|campaign|march|rally|demonstrate|strike|fight|fighting|protest|be)$/.test(v) && !V.test(v)) { }
    const kids = childrenOf(d, i).filter((k: number) => k > i).map((k: number) => lowerAt(d.tokens, k));
    const key = lemmaAt(d.tokens, d.tags, i).toLowerCase() + (ent.has(i) ? '*' : '');
    (c.get(key) ?? c.set(key, []).get(key)!).push(v + ':' + role);
  }
}
for (const [k, v] of [...c].sort((x, y) => y[1].length - x[1].length)) console.log(v.length, k, [...new Set(v)].slice(0, 6).join(' '));
