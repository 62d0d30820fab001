import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import type { LayerName } from '../../src/model/index.ts';
import { PIPELINE } from '../../src/pipeline/index.ts';

describe('the pipeline', () => {
  it('gives every stage the layers it requires, and no layer twice', () => {
    const known = new Set<LayerName>();
    for (const { name, requires, assigns } of PIPELINE) {
      expect(
        requires.filter((layer) => !known.has(layer)),
        `${name} requires`,
      ).toEqual([]);
      expect(
        assigns.filter((layer) => known.has(layer)),
        `${name} assigns again`,
      ).toEqual([]);
      for (const layer of assigns) known.add(layer);
    }
    expect(known).toContain('assertions');
  });
});

const ARTICLE = `Two hurt as bomb hits Larkos port

The Harbour Front claimed responsibility for the bombing of the port in Larkos, Marenia. The Harbour Front opposes the Coast Guard.

Nobody else has claimed the attack, the mayor said.
`;

describe('extract', () => {
  const graph = extract([{ text: ARTICLE, source: 'a.txt' }]);

  it('gives every edge evidence whose text is the slice of the article', () => {
    expect(graph.edges.length).toBeGreaterThan(1);
    for (const { attributes } of graph.edges) {
      expect(attributes.evidence).not.toEqual([]);
      for (const { start, end, text, source, target, rule } of attributes.evidence) {
        expect(text).toBe(ARTICLE.slice(start, end));
        expect(rule).toMatch(/^[a-z-]+$/u);
        for (const [from, to] of [source, target]) {
          expect(from).toBeGreaterThanOrEqual(start);
          expect(to).toBeLessThanOrEqual(end);
        }
      }
    }
  });

  it('gives the same graph twice, and for any order of articles', () => {
    const other = {
      text: 'Marenia mourns\n\nThe Harbour Front opposes the Reform Party in Larkos.\n',
      source: 'b.txt',
    };
    const first = { text: ARTICLE, source: 'a.txt' };
    expect(JSON.stringify(extract([other, first]))).toBe(JSON.stringify(extract([first, other])));
  });

  it('reads no relations from an article in another language, unless told to', () => {
    const german = {
      text: 'Anschlag in Larkos\n\nDie Hafenfront bekannte sich am Montag zu dem Anschlag auf den Hafen in Larkos. Die Polizei ermittelt weiter und bittet um Hinweise aus der Bevölkerung. The Harbour Front opposes the Coast Guard.\n',
    };
    expect(extract([german]).edges).toEqual([]);
    expect(extract([german], { assumeEnglish: true }).edges).not.toEqual([]);
  });
});
