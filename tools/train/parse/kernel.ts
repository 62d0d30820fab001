/** Compiles src/language/parse/kernel/kernel.as to WebAssembly and writes it as base64 beside it: `tsx tools/train/parse/kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const folder = new URL('../../../src/language/parse/kernel/', import.meta.url);
const source = readFileSync(new URL('kernel.as', folder), 'utf8');
let binary: Uint8Array | undefined;
const { error, stderr } = await asc.main(
  [
    'kernel.ts',
    '--outFile',
    'kernel.wasm',
    '--runtime',
    'stub',
    '--importMemory',
    '--optimizeLevel',
    '3',
    '--noAssert',
    '--enable',
    'simd',
    '--use',
    'abort=',
  ],
  {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents as Uint8Array;
    },
    listFiles: () => [],
  },
);
if (error || !binary) throw new Error(stderr.toString());
writeFileSync(
  new URL('bytes.ts', folder),
  `// Compiled from kernel.as by tools/train/parse/kernel.ts.\nexport const KERNEL =\n  '${Buffer.from(binary).toString('base64')}';\n`,
);
