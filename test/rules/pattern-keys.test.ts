import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import { keyReader, keysOf } from '../../src/rules/pattern-keys.ts';
import { compileRules, placedBuiltinSources } from '../../src/rules/index.ts';

const sources = placedBuiltinSources();
const parsed = compileRules(sources);
const keys = keyReader(JSON.parse(JSON.stringify(keysOf(parsed))) as ReturnType<typeof keysOf>);

describe('the words that the build keeps of each built-in pattern', () => {
  it('are those that its parsed form requires', () => {
    for (const { id, patterns, exclude } of parsed.rules)
      for (const { text, required } of [...patterns, ...exclude])
        expect(keys(id, text), `${id}: ${text}`).toEqual(required());
    for (const { id, patterns } of parsed.entityRules)
      for (const { text, required } of patterns) expect(keys(id, text), `${id}: ${text}`).toEqual(required());
  });

  it('are unknown for a pattern that the build has not seen', () => {
    expect(keys('attack-verb', '@source hit @target')).toBeUndefined();
    expect(keys('my-rule', '@source hit @target')).toBeUndefined();
  });

  it('change nothing in what is found', () => {
    const rules = compileRules(sources.map((source) => ({ ...source, keys })));
    const article = {
      text: 'Hamas claimed responsibility for the bombing of Haifa. Norway condemned Hamas, which is based in Gaza. The Liberal Democrats opposed the bill.\n',
      source: 'article.txt',
    };
    expect(extract([article], { rules })).toEqual(extract([article], { rules: parsed }));
  });
});
