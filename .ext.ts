import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { extract, loadRules } from './src/library.ts';
const [out, ...files] = process.argv.slice(2);
mkdirSync(out!, { recursive: true });
const rules = loadRules();
for (const f of files) writeFileSync(`${out}/${basename(f, '.txt')}.json`, JSON.stringify(extract([{ text: readFileSync(f), source: f }], { rules })));
