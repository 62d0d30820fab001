import { describe, expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const edges = (text: string): string[] => pairsOf(`A day of talks\n\n${text}`, 'opposes');

describe('opposition told in speech', () => {
  it.each([
    [
      'the main clause before a colon',
      'Anna Holt answered the ruling: “The treaty is a disgrace.”',
      'treaty',
    ],
    ['a participle', 'Anna Holt spoke on Monday, saying, “The treaty is a disgrace.”', 'treaty'],
    ['a source', 'According to a tweet by Anna Holt, the treaty is a disgrace.', 'treaty'],
    ['a title', '“The treaty is unwarranted,” said Attorney General Anna Holt.', 'treaty'],
    ['pieces', '“We met in Lyon,” said Anna Holt. “The treaty would be a disaster.”', 'treaty'],
    ['a man by what he is', '“Omar Vance is a dangerous man,” said Anna Holt.', 'Omar Vance'],
    [
      'what someone does, summed up by "this"',
      '“Omar Vance is trying to keep power, and this is a dangerous way to govern,” Anna Holt said.',
      'Omar Vance',
    ],
    [
      'a lie by who tells it',
      '“The biggest lie told by Germany is that the war is over,” Anna Holt said.',
      'Germany',
    ],
    ['a pronoun', 'Omar Vance signed the law. “He is a liar,” said Anna Holt.', 'Omar Vance'],
  ])('is found with %s', (_, text, target) => {
    expect(edges(text)).toContain(`Anna Holt > ${target}`);
  });

  it.each([
    ['it', 'The treaty was signed on Monday. “It is a disgrace,” Anna Holt said.'],
    ['"it" in a participle clause', 'Anna Holt commented on the treaty, calling it a disgrace.'],
    ['what is said "of" something', '“This is a disgrace,” Anna Holt said of the treaty.'],
  ])('finds a target told by a pronoun: %s', (_, text) => {
    expect(edges(text)).toContain('Anna Holt > treaty');
  });

  it.each([
    'Egypt, Cyprus and Greece said the treaty was a disaster.',
    '“The treaty is a disaster,” said Egypt, Cyprus and Greece.',
  ])('is the word of all who are joined, and none of them its target: %s', (text) => {
    expect(edges(text).sort()).toEqual(['Cyprus > treaty', 'Egypt > treaty', 'Greece > treaty']);
  });

  it.each([
    '“We attacked Lyon,” Tide Front leader Omar Vance said.',
    '“The treaty is a triumph,” said Anna Holt.',
    '“The treaty is not a disgrace,” said Anna Holt.',
    'Anna Holt denied that the treaty was a disgrace.',
    'Anna Holt asked whether the treaty was a disgrace.',
    '“The earthquake was a disaster,” said Anna Holt.',
    '“Omar Vance wants to cancel the referendum,” said Anna Holt.',
  ])('is not read into praise, denial, doubt or misfortune: %s', (text) => {
    expect(edges(text)).toEqual([]);
  });
});
