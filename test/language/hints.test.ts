import { describe, expect, it } from 'vitest';
import { CASELESS, caseOf } from '../../src/language/forms.ts';
import { bitOf, encodeGazetteer, type Kind, readGazetteer } from '../../src/language/gazetteer.ts';
import { bitsOf, findHints, formKey, type Hints, setsOfHints } from '../../src/language/hints.ts';
import { withoutDemonyms } from '../../src/language/trim-names.ts';
import { decodeWeights, encodeWeights } from '../../src/language/weights.ts';

const FACTS: readonly (readonly [Kind, string])[] = [
  ['orgword', 'authority'],
  ['city', 'port velmora'],
  ['title', 'minister'],
  ['demonym', 'sarlandic'],
  ['group', 'river front'],
];
const gazetteer = readGazetteer(
  decodeWeights(
    encodeWeights(
      'trial',
      1,
      encodeGazetteer(
        FACTS.map(([kind, name]) => ({ words: name.split(' ').map(formKey), kinds: bitOf(kind) })),
      ),
    ),
    'trial',
    1,
  ),
);

function hintsOf(sentences: readonly string[], caseless = false): { words: string[]; hints: Hints } {
  const split = sentences.map((sentence) => sentence.split(' '));
  const words = split.flat();
  const first = split.map((_, s) => split.slice(0, s).flat().length);
  const hints = findHints(gazetteer, {
    length: words.length,
    lower: Int32Array.from(words, (word) => formKey(word.toLowerCase())),
    capital: Uint8Array.from(words, (word) => (caseless ? CASELESS : caseOf(word))),
    first,
    end: split.map((sentence, s) => first[s]! + sentence.length),
  });
  return { words, hints };
}

describe('hints', () => {
  it('marks the words of a name that the gazetteer knows', () => {
    const { hints } = hintsOf(['Boats left Port Velmora .']);
    expect([...hints.starts]).toEqual([0, 0, bitOf('city'), 0, 0]);
    expect([...hints.inside]).toEqual([0, 0, 0, bitOf('city'), 0]);
  });

  it('finds no name at a word in lower case, unless case says nothing', () => {
    const sentence = ['boats left port velmora .'];
    expect(Math.max(...hintsOf(sentence).hints.starts)).toBe(0);
    expect(hintsOf(sentence, true).hints.starts[2]).toBe(bitOf('city'));
  });

  it('gives a name what another sentence says of it', () => {
    const { words, hints } = hintsOf(['Minister Ostrov spoke .', 'Then Ostrov left .']);
    const [told, bare] = [words.indexOf('Ostrov'), words.lastIndexOf('Ostrov')];
    expect(hints.evidence[bare]).toBe(hints.evidence[told]);
    expect(hints.evidence[bare]).not.toBe(0);
    expect(hintsOf(['Then Ostrov left .']).hints.evidence[1]).toBe(0);
  });

  it('knows an acronym by the name of an organization before it', () => {
    const body = hintsOf(['the Port Authority of Velmora ( PAV ) closed']).hints;
    const place = hintsOf(['the Old Harbour of Velmora ( OHV ) closed']).hints;
    expect(body.evidence[6]).not.toBe(place.evidence[6]);
  });

  it('numbers sets of hints by what they hold', () => {
    const { hints } = hintsOf(['Port Velmora and Port Velmora and peace']);
    const numberOf = setsOfHints();
    const numbers = [0, 1, 3, 4, 6].map((word) => numberOf(hints, word));
    expect(numbers[2]).toBe(numbers[0]);
    expect(numbers[3]).toBe(numbers[1]);
    expect(numbers[1]).not.toBe(numbers[0]);
    expect(numbers[4]).toBe(0);
    expect(bitsOf(hints, 6)).toEqual([]);
  });
});

describe('withoutDemonyms', () => {
  const name = { firstToken: 1, endToken: 4, type: 'organization' as const };

  it('takes the adjective of a country off an organization that is known', () => {
    const { hints } = hintsOf(['the Sarlandic River Front said']);
    expect(withoutDemonyms([name], hints)).toEqual([{ ...name, firstToken: 2 }]);
  });

  it('leaves it in a name that is known only whole or not at all', () => {
    const { hints } = hintsOf(['the Sarlandic Rowing Club said']);
    expect(withoutDemonyms([name], hints)).toEqual([name]);
  });
});
