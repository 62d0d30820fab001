import { describe, expect, it } from 'vitest';
import { edgesOf } from '../support/edges.ts';

const edges = (text: string): string[] =>
  edgesOf(`A day of talks\n\n${text}`)
    .filter(({ relation }) => relation === 'opposes' || relation === 'attacked')
    .map(({ source, target }) => `${source} > ${target}`);

describe('the border of a quotation', () => {
  it('keeps the speaker from being the subject of what is quoted', () => {
    expect(
      edges('“It was a long day,” said Anna Holt. “We shelled Lyon,” Tide Front leader Omar Vance said.'),
    ).not.toContain('Anna Holt > Omar Vance');
    expect(
      edges('“It was a long day,” said Anna Holt. “We shelled Lyon,” Tide Front leader Omar Vance said.'),
    ).not.toContain('Omar Vance > Lyon');
  });

  it.each([
    ['Anna Holt called the treaty “a disgrace to our country”.', 'Anna Holt > treaty'],
    ['The treaty “was a terrible mistake,” Anna Holt said.', 'Anna Holt > treaty'],
    ['Anna Holt wrote that the treaty “violates the constitution”.', 'Anna Holt > treaty'],
  ])('is none around a phrase of the clause: %s', (text, expected) => {
    expect(edges(text)).toContain(expected);
  });
});
