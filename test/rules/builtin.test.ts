import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../src/pipeline/index.ts';
import { readArticle } from '../../src/read/index.ts';
import { builtinRuleSources, compileRules } from '../../src/rules/index.ts';

const sources = builtinRuleSources();
const { rules } = compileRules(sources);

/** What one rule alone asserts in a text, as `source -> target: status`, with every name of the ends. */
function read(id: string, text: string) {
  const disabled = rules.map((rule) => rule.id).filter((other) => other !== id);
  const only = compileRules(sources, { disabled });
  const article = readArticle('-', new TextEncoder().encode(text));
  const { entities, mentions, assertions } = analyzeArticle(article, { rules: only, assumeEnglish: true });
  const words = (entity: number): string[] =>
    entities[entity]!.mentions.map((index) => text.slice(mentions[index]!.start, mentions[index]!.end));
  return assertions.map(({ source, target, status }) => ({
    source: words(source),
    target: words(target),
    status,
  }));
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { match, noMatch }) => {
  it.each(match.map((example) => [example.text, example] as const))('reads: %s', (text, example) => {
    expect(read(id, text)).toContainEqual({
      source: expect.arrayContaining([expect.stringContaining(example.source)]),
      target: expect.arrayContaining([expect.stringContaining(example.target)]),
      status: example.status ?? 'asserted',
    });
  });
  it.each(noMatch)('passes over: %s', (text) => {
    expect(read(id, text)).toEqual([]);
  });
});
