import { expect, it } from 'vitest';

const { deferImports } = (await import(new URL('../../tools/deferred.mjs', import.meta.url).href)) as {
  readonly deferImports: (src: string, path: string, text: string) => string;
};

it('makes new of what the deferred file holds, not of the call that reads it', () => {
  const text = "import { LineCounter } from 'yaml';\nexport const lines = () => new LineCounter();\n";
  expect(deferImports('/src', '/src/a.ts', text)).toContain('new ($yaml().LineCounter)()');
});
