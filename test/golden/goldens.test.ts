import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN_ARTICLES, goldensOf } from '../../tools/goldens.ts';

describe.each(GOLDEN_ARTICLES)('the graph of %s', (source) => {
  it.each(goldensOf(source).map(({ file, text }) => [relative(process.cwd(), file), file, text] as const))(
    'is %s',
    (_, file, text) => {
      expect(existsSync(file), `${file} is missing; npm run goldens writes it`).toBe(true);
      expect(text).toBe(readFileSync(file, 'utf8'));
    },
  );
});
