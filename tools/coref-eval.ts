/**
 * How often pronouns and descriptions are resolved, and how often rightly, on treebanks whose MISC column holds coreference in the
 * notation of CorefUD (`Entity=(1-person-…`), such as GUM.
 *
 *     tsx tools/coref-eval.ts FILE.conllu [--kind news,interview] [--errors] [--missed]
 *
 * Words and sentences are given, all else is the program's own. A resolved mention is right when its words carry, in the treebank, the
 * entity that most names of the program's entity carry, or of an unnamed one most phrases of its own. Coverage counts the pronouns and
 * definite descriptions of the treebank that refer to an entity of which the program found a name or such a phrase.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolveEntities } from '../src/entities/index.ts';
import { annotateWords, loadLanguage, readConllu } from '../src/language/index.ts';
import type { Article, Mention } from '../src/model/index.ts';

interface GoldSpan {
  readonly id: string;
  readonly first: number;
  end: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string', default: 'news,interview' },
    errors: { type: 'boolean', default: false },
    missed: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
  },
});

interface Tally {
  resolved: number;
  right: number;
  gold: number;
  covered: number;
}
const tallies = new Map<string, Tally>();
const tally = (kind: string): Tally => {
  const known = tallies.get(kind) ?? { resolved: 0, right: 0, gold: 0, covered: 0 };
  tallies.set(kind, known);
  return known;
};

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|its|their|himself|herself|itself|themselves)$/iu;
/** Without a capital: "the United States" is a name. */
const DESCRIPTION = /^(?:[Tt]h(?:e|is|at|ese|ose)|[Bb]oth|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) \p{Ll}[\p{Ll} -]*$/u;
const SPEAKER = /^(?:i|we|me|us|my|our|myself|ourselves)$/iu;

for (const file of positionals) {
  for (const part of readFileSync(file, 'utf8').split(/^(?=# newdoc id = )/mu)) {
    const id = /^# newdoc id = (\S+)/u.exec(part)?.[1];
    const kinds = values.kind.split(',');
    if (id !== undefined && kinds.some((kind) => id.includes(`_${kind}_`))) measure(id, part, file);
  }
}

for (const [kind, { resolved, right, gold, covered }] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  console.log(
    `${kind.padEnd(14)} precision ${share(right, resolved)} (${right} of ${resolved})  coverage ${share(covered, gold)} (${covered} of ${gold})`,
  );
}

function measure(id: string, source: string, file: string): void {
  const { lines, text, sentences, tokens } = readConllu(source, file);
  const article: Article = {
    id,
    source: id,
    title: '',
    text,
    reading: text,
    blocks: [],
    sha256: '',
    language: 'en',
  };
  const document = { article, ...annotateWords(article, { sentences, tokens }, loadLanguage()) };
  const { mentions, entities } = resolveEntities(document);
  const spans = goldSpans(lines);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const goldOf = (mention: Mention): string | null =>
    spans.find(({ first, end }) => first === mention.firstToken && end === mention.endToken)?.id ??
    spans
      .filter(
        ({ first, end }) => first <= mention.firstToken && mention.head < end && mention.endToken <= end,
      )
      .sort((a, b) => a.end - a.first - (b.end - b.first))[0]?.id ??
    null;
  const idOfEntity = entities.map((entity) =>
    mostFrequent(
      entity.mentions.flatMap((index) => {
        const mention = mentions[index];
        const own = mention && (mention.kind === 'name' || (!entity.named && mention.resolvedBy === null));
        return own ? (goldOf(mention) ?? []) : [];
      }),
    ),
  );
  const reachable = new Set(idOfEntity.filter((each) => each !== null));
  const resolvedAt = new Set<number>();
  for (const mention of mentions) {
    // "Tide officials" for the Tide is metonymy, not coreference; the treebank gives a set an entity of its own.
    if (
      mention.entity === null ||
      /^(?:representative|demonym|set)$/u.test(mention.resolvedBy ?? 'representative')
    )
      continue;
    const kind = kindOf(words(mention), mention.kind);
    const own = tally(kind);
    const all = tally('all');
    const gold = goldOf(mention);
    const right = gold !== null && gold === idOfEntity[mention.entity];
    for (const each of [own, all]) {
      each.resolved++;
      if (right) each.right++;
    }
    for (let i = mention.firstToken; i < mention.endToken; i++) resolvedAt.add(i);
    if (values.errors && !right)
      console.log(
        [
          id,
          kind,
          words(mention),
          mention.sieve,
          entities[mention.entity]?.name,
          words({
            start: sentences.start[mention.sentence - 1] ?? 0,
            end: sentences.end[mention.sentence] ?? 0,
          }),
        ].join(' | '),
      );
  }
  for (const { id: gold, first, end } of spans) {
    if (!reachable.has(gold)) continue;
    const form = words({ start: tokens.start[first] ?? 0, end: tokens.end[end - 1] ?? 0 });
    const pronoun = end - first === 1 && (PRONOUN.test(form) || SPEAKER.test(form));
    if (!pronoun && !DESCRIPTION.test(form)) continue;
    if (values.missed && !resolvedAt.has(end - 1)) {
      const sentence = tokens.sentence[first] ?? 0;
      const context = words({ start: sentences.start[sentence - 1] ?? 0, end: sentences.end[sentence] ?? 0 });
      const meant = entities[idOfEntity.indexOf(gold)]?.name;
      console.log([id, kindOf(form, pronoun ? 'pronoun' : 'nominal'), form, meant, context].join(' | '));
    }
    for (const each of [tally(kindOf(form, pronoun ? 'pronoun' : 'nominal')), tally('all')]) {
      each.gold++;
      if (resolvedAt.has(end - 1)) each.covered++;
    }
  }
  if (values.names) listNames(id, spans);

  function listNames(doc: string, gold: readonly GoldSpan[]): void {
    const own = mentions.filter(({ kind }) => kind === 'name');
    for (const span of gold) {
      const form = words({ start: tokens.start[span.first] ?? 0, end: tokens.end[span.end - 1] ?? 0 });
      if (!/^(?:the )?(?:\p{Lu}[\p{L}.’'-]*(?: (?:of|the|and|for) |\s)?){1,6}$/u.test(form)) continue;
      if (!own.some(({ firstToken, endToken }) => firstToken < span.end && span.first < endToken))
        console.log('NAME MISSED', doc, form);
    }
  }
}

function kindOf(form: string, kind: Mention['kind']): string {
  if (kind !== 'pronoun') return 'description';
  return SPEAKER.test(form) ? 'first person' : 'pronoun';
}

function goldSpans(lines: readonly { readonly text: string; readonly token: number | null }[]): GoldSpan[] {
  const spans: GoldSpan[] = [];
  const open = new Map<string, GoldSpan[]>();
  for (const { text, token } of lines) {
    const misc = token === null ? undefined : text.split('\t')[9];
    const field = misc === undefined ? undefined : /(?:^|\|)Entity=([^|]+)/u.exec(misc)?.[1];
    if (field === undefined || token === null) continue;
    for (const [item] of field.matchAll(/\([^()]+\)?|[^()]+\)/gu)) {
      const id = /^\(?([^-()]+)/u.exec(item)?.[1] ?? '';
      if (item.startsWith('(')) {
        const span: GoldSpan = { id, first: token, end: token + 1 };
        spans.push(span);
        if (!item.endsWith(')')) open.set(id, [...(open.get(id) ?? []), span]);
      } else {
        const span = open.get(id)?.pop();
        if (span) span.end = token + 1;
      }
    }
  }
  return spans;
}

function mostFrequent(items: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
