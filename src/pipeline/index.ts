export { GENERATOR, VERSION } from './version.ts';
import { createHash } from 'node:crypto';
import { knownEntities, NO_USER_ENTITIES, resolveEntities } from '../entities/index.ts';
import type { UserEntities } from '../entities/index.ts';
import { loadLanguage, names, passages, tags, tokens, trees } from '../language/index.ts';
import type { Language } from '../language/index.ts';
import { byCodeUnit } from '../model/index.ts';
import type {
  Article,
  ArticleRecord,
  Document,
  Entity,
  LayerName,
  RecordEntity,
  RoleRecord,
  Stage,
  UserError,
} from '../model/index.ts';

import { assertRelations, RELATION_NEEDS } from '../relations/index.ts';
import { stallWarning } from '../rules/index.ts';
import type { OnStall, RuleSet } from '../rules/index.ts';

export interface ExtractOptions {
  readonly rules: RuleSet;
  /** Read relations from an article whatever its language was taken for. */
  readonly assumeEnglish?: boolean;
  /** What a user's entity files say of who is who. */
  readonly entities?: UserEntities;
  /** Told of what was left out of an article: a rule that takes too many steps in a sentence. */
  readonly warn?: ((warning: UserError) => void) | undefined;
}

type Step = Stage<ExtractOptions>;

const step = <N extends LayerName, A extends LayerName>(stage: Stage<ExtractOptions, N, A>): Step =>
  stage as unknown as Step;

/** A stage of the language room, which takes the trained models where the others take options. */
const linguistic = <N extends LayerName, A extends LayerName>(stage: Stage<Language, N, A>): Step =>
  step<N, A>({ ...stage, run: (document) => stage.run(document, loadLanguage()) });

const stallTeller =
  (document: Document<'sentences'>, warn: ExtractOptions['warn']): OnStall =>
  (stall) =>
    warn?.(stallWarning(document, stall));

/** The pipeline, in order. A stage adds layers and never edits another's; a test checks that each finds what it requires. */
export const PIPELINE: readonly Step[] = [
  linguistic(passages),
  linguistic(tokens),
  linguistic(tags),
  linguistic(names),
  linguistic(trees),
  step({
    name: 'entities',
    requires: ['passages', 'sentences', 'tokens', 'tags', 'names', 'trees'],
    assigns: ['mentions', 'entities'],
    run: (document, { rules, entities = NO_USER_ENTITIES, warn }) =>
      resolveEntities(document, knownEntities(rules, entities), rules, stallTeller(document, warn)),
  }),
  step({
    name: 'relations',
    requires: [...RELATION_NEEDS],
    assigns: ['assertions'],
    run: (document, { rules, assumeEnglish = false, warn }) => ({
      assertions:
        assumeEnglish || isEnglish(document.article)
          ? assertRelations(document, rules, { onStall: stallTeller(document, warn) })
          : [],
    }),
  }),
];

/** `und`: too short to tell; the rules are English, and a short English headline should not be refused. */
export const isEnglish = ({ language }: Article): boolean => /^(?:en|und)(?:-|$)/u.test(language);

/** Runs every stage over one article. Pure: the same article and rules give the same document. */
export function analyzeArticle(article: Article, options: ExtractOptions): Document {
  let document = { article } as Document;
  for (const { run } of PIPELINE) document = { ...document, ...run(document, options) };
  return document;
}

/** Reads one article with the rules given: its entities and what it says of them. */
export const extractArticle = (article: Article, options: ExtractOptions): ArticleRecord =>
  recordOf(analyzeArticle(article, options));

/** What the graph needs of an analysed article. */
export function recordOf({ article, mentions, entities, assertions }: Document): ArticleRecord {
  const { id, title, source, url, date, language, sha256, text } = article;
  return {
    document: {
      id,
      title,
      source,
      ...(url !== undefined && { url }),
      ...(date !== undefined && { date }),
      language,
      sha256,
      characters: text.length,
    },
    fingerprint: fingerprint(text),
    entities: entities.map(({ type, name, aliases, named, externalId, mentions: own, ...more }) => ({
      type,
      name,
      aliases,
      named,
      ...(externalId !== undefined && { external_id: externalId }),
      ...attributesOf(more, entities),
      mentions: own.flatMap((index) => {
        const mention = mentions[index];
        return mention
          ? [{ start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end) }]
          : [];
      }),
    })),
    assertions: assertions.map((assertion) => ({
      ...assertion,
      text: text.slice(assertion.sentence.start, assertion.sentence.end),
      ...(assertion.attributedTo && {
        attributionText: text.slice(assertion.attributedTo.start, assertion.attributedTo.end),
      }),
    })),
  };
}

/** What is known of an entity besides its names, with other entities by their names. */
function attributesOf(
  { identified, roles = [], date, place }: Pick<Entity, 'identified' | 'roles' | 'date' | 'place'>,
  entities: readonly Entity[],
): Partial<RecordEntity> {
  const told = roles
    .map(({ title, affiliation }): RoleRecord => {
      const body = entities[affiliation ?? -1]?.name;
      return { title, ...(body !== undefined && { affiliation: body }) };
    })
    .sort((a, b) => byCodeUnit(a.title, b.title) || byCodeUnit(a.affiliation ?? '', b.affiliation ?? ''));
  const where = entities[place ?? -1]?.name;
  return {
    ...(identified === true && { identified }),
    ...(told.length > 0 && { roles: told }),
    ...(date !== undefined && { date }),
    ...(where !== undefined && { place: where }),
  };
}

function fingerprint(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return createHash('sha256').update(words.join(' ')).digest('hex');
}
