import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import { asRead } from '../../src/language/homographs.ts';
import { documentOf } from '../support/document.ts';
import { pairsOf } from '../support/edges.ts';

const names = (text: string): string[] =>
  extract([{ text: `A day of talks\n\n${text}\n` }]).nodes.map(({ attributes }) => attributes.label);

describe('a name in capitals that is a word without them', () => {
  it('is read as a name', () => {
    expect(names('IS has claimed responsibility for the bombing in Brisk.')).toContain('IS');
    expect(names('The army is fighting IS militants.')).toContain('IS');
  });

  it('is the word where that is stressed, or where all is in capitals', () => {
    expect(names('It IS true that Hamas attacked the mosque.')).not.toContain('IS');
    expect(names('THE WAR IS OVER')).not.toContain('IS');
  });

  it('joins the name it stands for', () => {
    expect(names('The Islamic State (IS) fled. IS attacked Brisk.')).not.toContain('IS');
  });
});

describe('a word that the parser takes for a verb', () => {
  it('is read as what it is', () => {
    expect(pairsOf('Chad accused neighbouring Sudan of arming the rebels.', 'opposes')).toEqual([
      'Chad > Sudan',
    ]);
    expect(pairsOf('Kenya attacked neighboring Somalia on Friday.', 'attacked')).toEqual(['Kenya > Somalia']);
  });

  it('stays the verb behind what it is said of', () => {
    const { sentences, tokens } = documentOf('The states neighbouring Sudan met.');
    expect(asRead(sentences, tokens)).toBe(tokens);
  });
});

it('reads a picture as no noun that the name before it describes', () => {
  expect(pairsOf('Hamas attacked Somalia 😀. Fatah condemned it.', 'attacked')).toEqual(['Hamas > Somalia']);
});
