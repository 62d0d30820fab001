/**
 * `tsx tools/gazetteer/build.ts [FOLDER]` writes src/entities/gazetteer/gazetteer.json from the tables beside this file. With a
 * folder that holds the open packages (docs/gazetteer.md) it first takes their facts anew into open.tsv.
 */
import { writeFileSync } from 'node:fs';
import { openFacts } from './open.ts';
import { compile } from './compile.ts';
import { readTables } from './tables.ts';

const folder = process.argv[2];
if (folder !== undefined) writeFileSync(new URL('open.tsv', import.meta.url), openFacts(folder));
const text = `${JSON.stringify(compile(readTables()))}\n`;
writeFileSync(new URL('../../src/entities/gazetteer/gazetteer.json', import.meta.url), text);
console.log(`wrote gazetteer.json, ${String(Buffer.byteLength(text))} bytes`);
