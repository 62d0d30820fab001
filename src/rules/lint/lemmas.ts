import type { Path } from '../../faults/index.ts';
import { loadLanguage } from '../../language/index.ts';
import type { Location } from '../../model/index.ts';
import type { FileDraft } from '../draft.ts';
import type { LintFinding } from './finding.ts';

/** Words that look like forms of others and are none. */
const OWN_WORDS = new Set(
  `embed imbed bloodshed watershed hundred infrared sacred naked kindred hatred moped seabed wicked crooked jagged rugged ragged beloved
  news means series species olympics lens always perhaps thanks headquarters innings as his has was this its us yes plus gas bus alias bias atlas
  canvas chaos ethos thus`.split(/\s+/u),
);

/** Adjectives that are used as such more than as forms of their verbs. */
const ADJECTIVES = new Set(
  `retired armed united opposed alleged wounded outraged dismayed appalled disgusted disappointed frustrated displeased horrified dissatisfied
  flawed misguided concerned worried tired married limited advanced detailed mixed divided experienced talented supposed so-called`.split(
    /\s+/u,
  ),
);

/** Pasts and plurals that no ending tells, and that are no words of their own ("found" and "left" are). */
const IRREGULAR = new Set(
  `said made took taken gave given went gone knew known thought brought bought fought caught taught told sold held kept sent spent
  built won lost met paid led stood struck began begun broke broken chose chosen drove driven fled spoke spoken stole stolen swore sworn
  wrote written withdrew withdrawn overthrew overthrown forbade forbidden slew slain men women children`.split(
    /\s+/u,
  ),
);

/**
 * The lemma of a word that is a form of another, and so is the lemma of nothing; null for any other word. Of a verb also "funding",
 * which is a noun otherwise; an adjective may end in "ed".
 */
function lemmaMeant(word: string, pos: readonly string[]): string | null {
  if (!/^[a-z]+$/u.test(word) || OWN_WORDS.has(word)) return null;
  const may = (tag: string): boolean => pos.length === 0 || pos.includes(tag);
  const { lemmatizer } = loadLanguage();
  const ofVerb = (tag: string): string => lemmatizer.lemma(word, word, 'VERB', tag);
  const ofNoun = (): string => lemmatizer.lemma(word, word, 'NOUN', 'NNS');
  if (IRREGULAR.has(word)) {
    const [noun, past, participle] = [ofNoun(), ofVerb('VBD'), ofVerb('VBN')];
    return /(?:m[ae]n|ren)$/u.test(word) ? noun : past === word ? participle : past;
  }
  const asVerb = pos.length > 0 && pos.every((tag) => tag === 'VERB');
  if (ADJECTIVES.has(word) && !asVerb) return null;
  if (/[aeiouy].*[^e]ed$/u.test(word) && may('VERB') && !pos.includes('ADJ'))
    return other(ofVerb('VBD'), word);
  if (/[aeiouy].*ing$/u.test(word) && asVerb) return other(ofVerb('VBG'), word);
  if (!/[^sui]s$/u.test(word) || !(may('NOUN') || may('VERB'))) return null;
  const base = may('NOUN') ? ofNoun() : ofVerb('VBZ');
  return [`${base}s`, `${base}es`, `${base.slice(0, -1)}ies`].includes(word) ? base : null;
}

const other = (lemma: string, word: string): string | null => (lemma === word ? null : lemma);

interface Use {
  readonly text: string;
  readonly pos: readonly string[];
  readonly level: LintFinding['level'];
  readonly at: () => Location;
}

/** Lemmas asked for that no word has: forms of other words, in patterns and vocabularies. */
export function inflectedLemmas(draft: FileDraft): LintFinding[] {
  return [...vocabularyUses(draft), ...ruleUses(draft)].flatMap(({ text, pos, level, at }) =>
    text.split(/\s+/u).flatMap((word): LintFinding[] => {
      const lemma = lemmaMeant(word, pos);
      if (lemma === null) return [];
      const adjective =
        word.endsWith('ed') && pos.length === 0 ? '; an adjective is asked for with pos ADJ' : '';
      return [
        {
          kind: 'lemma',
          level,
          message: `no word has the lemma "${word}": it is a form of "${lemma}"`,
          hint: `write ${lemma}, or ask for the form itself with "word"${adjective}`,
          at: at(),
        },
      ];
    }),
  );
}

/**
 * Entries of lists. As what part of speech they are asked for is told by the patterns that use them; where one leaves that open, an entry may be
 * an adjective or a name, and is only noted.
 */
function vocabularyUses({ vocabulary, yaml, rules, suppressions, entityRules }: FileDraft): Use[] {
  const texts = JSON.stringify([...rules, ...suppressions, ...entityRules].map(({ rule }) => rule));
  return [...vocabulary].flatMap(([name, entries]) => {
    const pos = posOfUses(name, texts);
    if (pos === null) return [];
    const level = pos.length > 0 ? ('warning' as const) : ('note' as const);
    return entries
      .map((text, index) => ({ text, pos, level, at: () => yaml.at(['vocabulary', name, index]) }))
      .filter(({ text }) => !/\s/u.test(text) && (pos.length > 0 || !text.endsWith('s')));
  });
}

/** The parts of speech that all uses of a list ask for, none where one leaves it open; null where it is not a list of lemmas. */
function posOfUses(name: string, rules: string): readonly string[] | null {
  const uses = [...rules.matchAll(new RegExp(`[[{][^[\\]{}]*\\$${name}(?![\\w-])[^[\\]{}]*`, 'gu'))].map(
    (found) => found[0],
  );
  if (uses.some((use) => /(?:word|form)"?\s*(?:!?=|:)[^ ]*\$/u.test(use))) return null;
  const plain = rules.match(new RegExp(`\\$${name}(?![\\w-])`, 'gu'))?.length ?? 0;
  const tags = uses.map((use) => /\bpos"?(?:=|:")([A-Z|]+)/u.exec(use)?.[1]?.split('|') ?? []);
  if (plain > uses.length || tags.some((each) => each.length === 0)) return [];
  return tags.flat();
}

function ruleUses({ yaml, rules, suppressions, entityRules }: FileDraft): Use[] {
  return [...rules, ...suppressions, ...entityRules].flatMap(({ rule, path }) => usesIn(rule, path, yaml));
}

/** The lemmas that stand anywhere below a value of a rule: in its token patterns, and as values of tree patterns. */
function usesIn(value: unknown, path: Path, yaml: FileDraft['yaml']): Use[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => usesIn(item, [...path, index], yaml));
  if (typeof value === 'string')
    return path.some((key) => PATTERNS.has(key)) ? tokenUses(value, path, yaml) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'lemma') return EXAMPLES.has(key) ? [] : usesIn(inner, [...path, key], yaml);
    const written = 'pos' in value ? value.pos : [];
    const pos = (Array.isArray(written) ? written : [written]).filter((tag) => typeof tag === 'string');
    const listed: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
    return listed.flatMap((item, index) =>
      typeof item === 'string'
        ? parts(item).map(({ text, offset }): Use => ({
            text,
            pos,
            level: 'warning',
            at: () => yaml.insideAt([...path, key, ...(Array.isArray(inner) ? [index] : [])], offset),
          }))
        : [],
    );
  });
}

const PATTERNS: ReadonlySet<string | number> = new Set(['tokens', 'exclude']);
const EXAMPLES = new Set(['match', 'no-match', 'description']);

/** `[lemma=a|b pos=VERB]` in a token pattern. */
function tokenUses(pattern: string, path: Path, yaml: FileDraft['yaml']): Use[] {
  return [...pattern.matchAll(/\[[^\]]*\]/gu)].flatMap((bracket) => {
    const pos = /\bpos=([A-Z|]+)/u.exec(bracket[0])?.[1]?.split('|') ?? [];
    return [...bracket[0].matchAll(/\blemma!?=(\S+?)(?=[\s\]])/gu)].flatMap((found) => {
      const start = bracket.index + found.index + found[0].length - found[1]!.length;
      return parts(found[1]!).map(({ text, offset }) => ({
        text,
        pos,
        level: 'warning' as const,
        at: () => yaml.insideAt(path, start + offset),
      }));
    });
  });
}

/** Values joined by `|`, each with its offset. */
const parts = (values: string): { text: string; offset: number }[] =>
  [...values.matchAll(/[^|]+/gu)].map((found) => ({
    text: found[0].trim(),
    offset: found.index + found[0].length - found[0].trimStart().length,
  }));
