import { describe, expect, it } from 'vitest';
import { parseEntityFiles, resolveEntities } from '../../../src/entities/index.ts';
import { documentOf } from '../../support/document.ts';

const HEAD = 'canonical,type,aliases,external_id\n';

/** Each entity as `type: name = alias` with its external id, given the rows of an entity file. */
const things = (rows: string, ...lines: readonly string[]): string[] => {
  const user = parseEntityFiles([{ file: 'e.csv', text: HEAD + rows }]);
  return resolveEntities(documentOf(...lines), user).entities.map(
    ({ type, name, aliases, externalId }) =>
      `${type}: ${[name, ...aliases].join(' = ')}${externalId === undefined ? '' : ` (${externalId})`}`,
  );
};

describe("a user's entity", () => {
  it('gives name, type and id to what has one of its names', () => {
    expect(things('National Relief Front,group,NRF,Q42', 'The [NRF|organization] met/VBD .')).toEqual([
      'group: National Relief Front = NRF (Q42)',
    ]);
  });

  it('is found where no tagger saw a name', () => {
    expect(things('Red Front,organization,,', 'Fighters/NNS of the Red Front met/VBD .')).toContain(
      'organization: Red Front',
    );
  });

  it('makes one thing of names that nothing in the article joins', () => {
    expect(
      things(
        'Samir Haddo,person,Abu Tariq,',
        '[Samir Haddo|person] met/VBD [Jane Roe|person] .',
        '[Abu Tariq|person] left/VBD .',
      ),
    ).toEqual(['person: Samir Haddo = Abu Tariq', 'person: Jane Roe']);
  });

  it('draws along what the article joins to its fullest name', () => {
    expect(things('Jane Doe,person,,Q1', '[Jane Doe|person] spoke/VBD .', '[Doe|person] left/VBD .')).toEqual(
      ['person: Jane Doe = Doe (Q1)'],
    );
  });

  it('takes its name out of a cluster of a fuller one', () => {
    expect(
      things('Jane Doe,person,Doe,Q1', '[John Doe|person] spoke/VBD .', '[Doe|person] left/VBD .'),
    ).toEqual(['person: John Doe', 'person: Jane Doe = Doe (Q1)']);
  });

  it('does not split a longer name that holds its own', () => {
    expect(things('New Elm,location,,', 'The [New Elm Times|organization] said/VBD so/RB .')).toEqual([
      'organization: New Elm Times',
    ]);
  });

  it('is found over a shorter name of the tagger', () => {
    expect(
      things('Front of the Red Hills,organization,,', 'The Front of the [Red Hills|location] met/VBD .'),
    ).toEqual(['organization: Front of the Red Hills']);
  });

  it('is not found in small letters, nor an acronym that is a word', () => {
    expect(things('Front,organization,IT,', 'It/PRP lies/VBZ at the front .')).toEqual([]);
  });

  it('is found by a name of small letters as it is', () => {
    expect(things('the Network,organization,the network,', 'Members/NNS of the network met/VBD .')).toContain(
      'organization: the Network = network',
    );
  });

  it('is not found beside the story', () => {
    expect(things('Red Front,organization,,', 'credit: Red Front/NNP photo .')).toEqual([]);
  });

  it('changes nothing where it is not named', () => {
    const lines = ['[Jane Doe|person] met/VBD the [Red Front|organization] in [Larkos|location] .'];
    expect(things('Blue Army,organization,,', ...lines)).toEqual(things('', ...lines));
  });
});
