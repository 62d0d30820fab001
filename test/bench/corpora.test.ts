import { describe, expect, it } from 'vitest';
import { Conll04Schema, conll04Document } from '../../bench/quality/corpora/conll04.ts';
import { joinTokens } from '../../bench/quality/corpora/join-tokens.ts';
import { Re3dSchema, re3dDocument } from '../../bench/quality/corpora/re3d.ts';

describe('tokens of a corpus as text', () => {
  it.each([
    ['The mayor of Larkos , Velia , spoke .', 'The mayor of Larkos, Velia, spoke.'],
    [
      "The Governors ' Association didn 't meet at Doe 's house .",
      "The Governors' Association didn't meet at Doe's house.",
    ],
    ["` ` We won , ' ' he said .", '“We won,” he said.'],
    ['He said : " We won " and " lost " .', 'He said: "We won" and "lost".'],
    [
      'about 10 , 000 people , 300 of them ( or so ) from -LRB- -RRB-',
      'about 10,000 people, 300 of them (or so) from ()',
    ],
  ])('%s', (tokens, text) => {
    expect(joinTokens(tokens.split(' ')).text).toBe(text);
  });

  it('tells where each token stands', () => {
    const tokens = "` ` Oh , Doe 's '".split(' ');
    const { text, spans } = joinTokens(tokens);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '“',
      '“',
      'Oh',
      ',',
      'Doe',
      "'s",
      "'",
    ]);
  });
});

describe('conll04', () => {
  it('takes entities by token and relations by entity', () => {
    const { text, mentions, relations } = conll04Document(
      Conll04Schema.parse({
        id: '1',
        tokens: ['Port', 'Vell', ',', 'Velia', '.'],
        entities: [
          { start: 0, end: 2, type: 'Loc' },
          { start: 3, end: 4, type: 'Loc' },
        ],
        relations: [{ type: 'Located_In', source: 0, target: 1 }],
      }),
    );
    const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(mentions.map(words)).toEqual(['Port Vell', 'Velia']);
    expect(relations.map(({ label, source, target }) => [label, words(source), words(target)])).toEqual([
      ['Located_In', 'Port Vell', 'Velia'],
    ]);
  });
});

describe('re3d', () => {
  const document = re3dDocument(
    Re3dSchema.parse({
      id: 'x',
      text: '😀 RFB fights the Blue Army.',
      entities: [{ start: 2, end: 5, type: 'Organisation' }],
      relations: [
        { type: 'FightingAgainst', source: [2, 5], target: [13, 26], confidence: 0.9 },
        { type: 'AlliesOf', source: [2, 5], target: [13, 26], confidence: 0.1 },
      ],
    }),
  );

  it('counts code points in its offsets', () => {
    const [relation] = document.relations;
    expect(document.text.slice(relation!.source.start, relation!.source.end)).toBe('RFB');
    expect(document.text.slice(relation!.target.start, relation!.target.end)).toBe('the Blue Army');
  });

  it('doubts what it trusts little itself', () => {
    expect(document.relations.map(({ doubtful }) => doubtful)).toEqual([false, true]);
  });

  it('keeps an end that is no entity of its own', () => {
    expect(document.relations[0]!.target.type).toBe('');
  });
});
