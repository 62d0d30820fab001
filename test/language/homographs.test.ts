import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';

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
