import { newsNounForms } from './news-nouns.ts';
import { newsVerbForms } from './news-verbs.ts';
import type { Weights } from './weights.ts';

/**
 * Lemmas by edit rules: the longest ending of the word that the table knows for its Penn tag says how many letters to
 * drop and what to add. A whole word is an ending that starts with `^`, so irregular words need no second table
 * (cf. Müller et al. 2015, whose edit trees these are the suffix case of).
 */
export interface Lemmatizer {
  /** @param lower the form in lower case, apostrophes straight. */
  readonly lemma: (form: string, lower: string, upos: string, xpos: string) => string;
}

const LONGEST = 6;

/** Endings and words of the news that the treebanks hardly have: by them alone "bombed" would be of "bom", as "robbed" is of "rob". */
const NEWS_RULES: readonly (readonly [tags: readonly string[], ending: string, edit: string])[] = [
  [['VBD', 'VBN', 'JJ'], 'mbed', '2'],
  [['VBG'], 'mbing', '3'],
  [['VBD', 'VBN'], '^fled', '=flee'],
  [['VBD', 'VBN'], '^besieged', '=besiege'],
  [['VBD'], '^slew', '=slay'],
  [['VBN'], '^slain', '=slay'],
  [['VBD', 'VBN'], '^shelled', '2'],
  [['VBG'], '^shelling', '3'],
];

/** Lemmas kept from one document to the next. */
const MOST_KNOWN = 50_000;

export function readLemmatizer(weights: Weights): Lemmatizer {
  const rules = readRules(weights);
  const known = new Map<string, Map<string, string>>();
  let size = 0;
  return {
    lemma: (form, lower, upos, xpos) => {
      const base = upos === 'PROPN' ? form : lower;
      const tag = upos === 'PROPN' ? `PROPN ${xpos}` : xpos;
      let lemmas = known.get(tag);
      if (!lemmas) known.set(tag, (lemmas = new Map<string, string>()));
      let lemma = lemmas.get(base);
      if (lemma === undefined) {
        if (++size > MOST_KNOWN) {
          for (const one of known.values()) one.clear();
          size = 1;
        }
        lemma = applyEdit(base, findRule(rules.get(fitting(xpos, lower)), lower));
        lemmas.set(base, lemma);
      }
      return lemma;
    },
  };
}

/** The tag that rules are looked up by: "froze" is a past form whatever the tagger says. */
const fitting = (xpos: string, lower: string): string => (xpos === 'VBZ' && !/s$/.test(lower) ? 'VBD' : xpos);

/** Edits by Penn tag, then by ending. */
type Rules = ReadonlyMap<string, ReadonlyMap<string, string>>;

function readRules(weights: Weights): Rules {
  const rules = new Map<string, Map<string, string>>();
  const ofTag = (tag: string): Map<string, string> => {
    const found = rules.get(tag) ?? new Map<string, string>();
    rules.set(tag, found);
    return found;
  };
  for (const line of weights.words('lemma.rules')) {
    const [tag, ending, edit] = line.split('\t');
    ofTag(tag!).set(ending!, edit!);
  }
  for (const [tags, ending, edit] of NEWS_RULES) {
    for (const tag of tags) if (!ofTag(tag).has(ending)) ofTag(tag).set(ending, edit);
  }
  for (const [form, tag, verb] of newsVerbForms()) ofTag(tag).set(`^${form}`, `=${verb}`);
  for (const [plural, noun] of newsNounForms()) ofTag('NNS').set(`^${plural}`, `=${noun}`);
  return rules;
}

function findRule(rules: ReadonlyMap<string, string> | undefined, lower: string): string {
  const whole = rules?.get(`^${lower}`);
  if (!rules || whole !== undefined) return whole ?? '0';
  for (let size = Math.min(LONGEST, lower.length); size >= 0; size--) {
    const rule = rules.get(lower.slice(lower.length - size));
    if (rule !== undefined) return rule;
  }
  return '0';
}

/** An edit is the number of letters to drop, then the letters to add; `=` before them stands for the whole lemma. */
export function applyEdit(base: string, edit: string): string {
  if (edit.startsWith('=')) return edit.slice(1);
  const drop = Number.parseInt(edit, 10);
  const add = edit.slice(String(drop).length);
  return base.slice(0, base.length - drop) + add || base;
}

export function editFor(base: string, lemma: string): string {
  let common = 0;
  while (common < base.length && common < lemma.length && base[common] === lemma[common]) common++;
  if (common === 0) return `=${lemma}`;
  return `${base.length - common}${lemma.slice(common)}`;
}
