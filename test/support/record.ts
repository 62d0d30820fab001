import type { ArticleRecord, RecordAssertion, RecordEntity, Status } from '../../src/model/index.ts';

/** An entity of a hand-built record, mentioned once at `at`. */
export const entity = (
  type: string,
  name: string,
  extra: Partial<RecordEntity> & { at?: number } = {},
): RecordEntity => {
  const { at = 0, ...rest } = extra;
  return {
    type,
    name,
    aliases: [],
    named: true,
    mentions: [{ start: at, end: at + name.length, text: name }],
    ...rest,
  };
};

/** An assertion between two entities by index, in a sentence of ten characters at `at`. */
export const assertion = (
  source: number,
  relation: string,
  target: number,
  extra: Partial<RecordAssertion> & { at?: number; status?: Status } = {},
): RecordAssertion => {
  const { at = 0, ...rest } = extra;
  return {
    relation,
    source,
    target,
    status: 'asserted',
    sentence: { start: at, end: at + 10 },
    text: 'ten chars.',
    rule: 'test-rule',
    confidence: 0.8,
    sourceSpan: { start: at, end: at + 3 },
    targetSpan: { start: at + 7, end: at + 9 },
    trigger: [{ start: at + 4, end: at + 6 }],
    resolved: [],
    ...rest,
  };
};

/** The record of an article with id `id`; every article has words of its own unless `fingerprint` says otherwise. */
export const record = (
  id: string,
  entities: readonly RecordEntity[],
  assertions: readonly RecordAssertion[] = [],
  extra: { source?: string; fingerprint?: string } = {},
): ArticleRecord => ({
  document: {
    id,
    title: `Title of ${id}`,
    source: extra.source ?? `${id}.txt`,
    language: 'en',
    sha256: id.repeat(64).slice(0, 64),
    characters: 100,
  },
  fingerprint: extra.fingerprint ?? id,
  entities,
  assertions,
});

export const RUN = { generator: 'test', rules: [] } as const;
