/** Compiles src/language/parse/kernel/kernel.as to WebAssembly and writes it as base64 beside it: `tsx tools/train/parse/kernel.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../src/language/parse/kernel/', import.meta.url);
const OPTIONS =
  '--outFile kernel.wasm --runtime stub --importMemory --optimizeLevel 3 --noAssert --enable simd --use abort='.split(
    ' ',
  );

/** What we use of AssemblyScript's compiler. Its own types declare globals that would change the types of the whole project. */
interface Compiler {
  main(
    argv: readonly string[],
    host: {
      readFile: (name: string) => string | null;
      writeFile: (name: string, contents: Uint8Array) => void;
      listFiles: () => string[];
    },
  ): Promise<{ error: Error | null }>;
}

/** The compiled kernel in base64. */
export async function compileKernel(): Promise<string> {
  const compiler = 'assemblyscript/asc';
  const asc = (await import(compiler)) as Compiler;
  const source = readFileSync(new URL('kernel.as', folder), 'utf8');
  let binary: Uint8Array | undefined;
  const { error } = await asc.main(['kernel.ts', ...OPTIONS], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw error ?? new Error('the compiler wrote no kernel');
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const comment = '// Compiled from kernel.as by tools/train/parse/kernel.ts.';
  const code = `${comment}\nexport const KERNEL =\n  '${await compileKernel()}';\n`;
  writeFileSync(new URL('bytes.ts', folder), code);
}
