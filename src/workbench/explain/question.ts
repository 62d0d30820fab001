import type { Document, Entity } from '../../model/index.ts';
import type { RelationDeclaration } from '../../rules/index.ts';

/** An edge that a reader misses, or wonders at. */
export interface Question {
  readonly source: string;
  /** Any relation where not given. */
  readonly relation?: string | undefined;
  readonly target: string;
}

/** What the article knows of one end of the edge asked about. */
export interface EndAnswer {
  readonly end: 'source' | 'target';
  readonly asked: string;
  /** Entities of that name, by index. */
  readonly entities: readonly number[];
  /** Why no rule can find the edge, whatever it says; null where nothing is wrong with this end. */
  readonly problem: 'missing' | 'unresolved' | 'mistyped' | null;
  /** In words. */
  readonly text: string;
}

export interface Answer {
  readonly ends: readonly [EndAnswer, EndAnswer];
  /** Both names are of one entity. */
  readonly merged: boolean;
  /** Sentences that mention both ends. */
  readonly sentences: readonly number[];
}

/** Looks up the ends of an edge before any rule: is an entity missing, of a type the relation does not take, or merged with the other? */
export function answer(document: Document, question: Question, relation?: RelationDeclaration): Answer {
  const source = endAnswer(document, 'source', question.source, relation);
  const target = endAnswer(document, 'target', question.target, relation);
  const merged = source.entities.some((entity) => target.entities.includes(entity));
  return { ends: [source, target], merged, sentences: merged ? [] : together(document, source, target) };
}

function endAnswer(
  document: Document,
  end: 'source' | 'target',
  asked: string,
  relation: RelationDeclaration | undefined,
): EndAnswer {
  const found = named(document, asked);
  if (found.length === 0) return { end, asked, entities: [], ...whyMissing(document, asked) };
  const fitting = relation
    ? found.filter((entity) => relation[end].has(document.entities[entity]!.type))
    : found;
  const described = found.map((entity) => describeEntity(document.entities[entity]!)).join('; ');
  if (fitting.length > 0) return { end, asked, entities: fitting, problem: null, text: described };
  const types = [...relation![end]].join(', ');
  return {
    end,
    asked,
    entities: found,
    problem: 'mistyped',
    text: `${described}; ${relation!.name} takes as its ${end} only ${types}`,
  };
}

export const describeEntity = ({ name, type, aliases, mentions }: Entity): string =>
  `${name} (${type}${aliases.length > 0 ? `, also ${aliases.join(', ')}` : ''}; ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'})`;

const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ').trim();

/** Entities with a name or mention that is the one asked for; where there is none, with one that holds it as whole words. */
export function named({ article, entities, mentions }: Document, asked: string): number[] {
  const names = entities.map(({ name, aliases, mentions: own }) => [
    name,
    ...aliases,
    ...own.map((index) => article.text.slice(mentions[index]!.start, mentions[index]!.end)),
  ]);
  const wanted = folded(asked);
  const like = (matches: (name: string) => boolean): number[] =>
    [...names.keys()].filter((entity) => names[entity]!.some((name) => matches(folded(name))));
  const exact = like((name) => name === wanted);
  return exact.length > 0 ? exact : like((name) => ` ${name} `.includes(` ${wanted} `));
}

function whyMissing(
  { article, mentions, sentences }: Document,
  asked: string,
): Pick<EndAnswer, 'problem' | 'text'> {
  const at = folded(article.text).indexOf(folded(asked));
  const exact = article.text.toLowerCase().indexOf(asked.toLowerCase());
  if (at < 0) return { problem: 'missing', text: `the text does not hold the words "${asked}"` };
  const end = exact + asked.length;
  const unresolved = mentions.find(
    (mention) => exact >= 0 && mention.start < end && exact < mention.end && mention.entity === null,
  );
  const sentence =
    exact < 0
      ? -1
      : sentences.start.findIndex((start, index) => start <= exact && exact < sentences.end[index]!);
  const where = sentence < 0 ? 'in the text' : `in sentence ${sentence + 1}`;
  if (unresolved)
    return {
      problem: 'unresolved',
      text: `"${asked}" stands ${where}, but it is not known whom or what it means`,
    };
  return {
    problem: 'missing',
    text: `"${asked}" stands ${where}, but no entity was found there; an entity file (--entities) can name it`,
  };
}

function together({ mentions, sentences }: Document, source: EndAnswer, target: EndAnswer): number[] {
  const holds = (sentence: number, { entities }: EndAnswer): boolean =>
    mentions.some(
      (mention) =>
        mention.sentence === sentence && mention.entity !== null && entities.includes(mention.entity),
    );
  return [...Array(sentences.length).keys()].filter(
    (sentence) => holds(sentence, source) && holds(sentence, target),
  );
}
