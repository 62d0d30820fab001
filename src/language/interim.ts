import nlp from 'compromise';
import { StringTable, UPOS } from '../model/index.ts';
import type { Article, Layers, NameSpan, NameType, Passage, Upos } from '../model/index.ts';

/**
 * Interim analysis on compromise: its tags and names over tokens of our own. Stands behind the door of the language
 * room until the trained base takes its place.
 */
type Base = Pick<Layers, 'passages' | 'sentences' | 'tokens' | 'tags' | 'names'>;

interface Term {
  text: string;
  tags: string[];
  normal: string;
  offset: { start: number; length: number };
}
interface SentenceJson {
  terms: Term[];
  offset: { start: number; length: number };
}

const CAPTION_CREDIT = /\((?:[^()]*\/[^()]*|[^()]*\bPhoto\b[^()]*|[^()]*via Getty[^()]*)\)\s*$/u;
const CLUTTER =
  /^(?:Join .+ for access|Related (?:articles?|stories)|Source link|Read more|Sign up|Subscribe|Advertisement|Please enter)/iu;

function passageKind(article: Article, start: number, end: number, kind: string): Passage['kind'] {
  const text = article.reading.slice(start, end);
  if (kind === 'code' || kind === 'title') return kind as Passage['kind'];
  if (CLUTTER.test(text)) return 'boilerplate';
  if (CAPTION_CREDIT.test(text)) return 'caption';
  const words = text.trim().split(/\s+/u).length;
  if (kind === 'heading' || (words < 12 && !/[.!?:;]["'”’)\]]*\s*$/u.test(text))) return 'heading';
  return 'prose';
}

const TOKEN =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.]+|(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Prof|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|No|Inc|Corp|Ltd|Co)\.|\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}_]+(?:['’](?!s\b|re\b|ve\b|ll\b|d\b|m\b|t\b)\p{L}[\p{L}\p{M}]*)*|['’](?:s|re|ve|ll|d|m)\b|\.{2,}|--+|\S/gu;

function tokenSpans(text: string, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const last = spans.at(-1);
    // "don't": the regular expression gives don ' t; the treebanks have do n't.
    if (match[0] === 't' && last && /^['’]$/u.test(text.slice(...last)) && spans.length >= 2) {
      const stem = spans.at(-2);
      if (stem && stem[1] === last[0] && text[stem[1] - 1] === 'n' && stem[1] - stem[0] > 1) {
        spans.length -= 2;
        spans.push([stem[0], stem[1] - 1], [stem[1] - 1, end]);
        continue;
      }
    }
    spans.push([start, end]);
  }
  return spans;
}

const UPOS_OF: readonly (readonly [string, Upos])[] = [
  ['Possessive', 'PROPN'],
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Auxiliary', 'AUX'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Negative', 'PART'],
  ['Verb', 'VERB'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Value', 'NUM'],
  ['Noun', 'NOUN'],
];

function uposOf(form: string, tags: ReadonlySet<string>): Upos {
  if (/^[^\p{L}\p{N}]+$/u.test(form)) return 'PUNCT';
  for (const [tag, upos] of UPOS_OF) if (tags.has(tag)) return upos;
  return /\d/u.test(form) ? 'NUM' : 'X';
}

const PENN_VERB: readonly (readonly [string, string])[] = [
  ['PastTense', 'VBD'],
  ['Gerund', 'VBG'],
  ['Participle', 'VBN'],
  ['PresentTense', 'VBZ'],
];

function xposOf(form: string, upos: Upos, tags: ReadonlySet<string>): string {
  if (upos === 'VERB') return PENN_VERB.find(([tag]) => tags.has(tag))?.[1] ?? 'VB';
  if (upos === 'PROPN') return 'NNP';
  if (upos === 'NOUN') return tags.has('Plural') ? 'NNS' : 'NN';
  return upos === 'PUNCT' ? form : upos;
}

const infinitives = new Map<string, string>();

function lemmaOf(lower: string, upos: Upos, tags: ReadonlySet<string>): string {
  if (upos === 'AUX')
    return /^(?:is|are|was|were|be|been|being|am|'s|'re|'m)$/u.test(lower)
      ? 'be'
      : /^(?:has|have|had|'ve|having)$/u.test(lower)
        ? 'have'
        : /^(?:do|does|did)$/u.test(lower)
          ? 'do'
          : lower;
  if (upos !== 'VERB' && !(upos === 'NOUN' && tags.has('Plural'))) return lower;
  const key = `${upos} ${lower}`;
  let lemma = infinitives.get(key);
  if (lemma === undefined) {
    const doc = nlp(lower);
    if (upos === 'VERB') {
      doc.tag('Verb');
      doc.verbs().toInfinitive();
    } else {
      doc.tag('Noun');
      doc.nouns().toSingular();
    }
    lemma = doc.text('normal') || lower;
    infinitives.set(key, lemma);
  }
  return lemma;
}

function nameTypeOf(tags: ReadonlySet<string>): NameType | null {
  if (tags.has('Person')) return 'person';
  if (tags.has('Place')) return 'location';
  return tags.has('Organization') ? 'organization' : null;
}

/** Analyses a whole article. Never throws, whatever the text. */
export function analyze(article: Article): Base {
  const passages: Passage[] = article.blocks.map(({ start, end, kind }) => ({
    start,
    end,
    kind: passageKind(article, start, end, kind),
  }));
  const strings = new StringTable();
  const s = {
    start: [] as number[],
    end: [] as number[],
    first: [] as number[],
    last: [] as number[],
    passage: [] as number[],
  };
  const t = {
    start: [] as number[],
    end: [] as number[],
    sentence: [] as number[],
    form: [] as number[],
    lower: [] as number[],
  };
  const g = {
    upos: [] as number[],
    xpos: [] as number[],
    lemma: [] as number[],
    tags: [] as ReadonlySet<string>[],
  };

  passages.forEach((passage, p) => {
    const text = article.reading.slice(passage.start, passage.end);
    for (const sentence of nlp(text).json({ offset: true }) as SentenceJson[]) {
      let from = passage.start + sentence.offset.start;
      let to = Math.min(from + sentence.offset.length, passage.end);
      while (from < to && /\s/u.test(article.reading.charAt(from))) from++;
      while (to > from && /\s/u.test(article.reading.charAt(to - 1))) to--;
      const spans = tokenSpans(article.reading, from, to);
      if (spans.length === 0) continue;
      const index = s.start.length;
      s.start.push(from);
      s.end.push(to);
      s.first.push(t.start.length);
      s.passage.push(p);
      let term = 0;
      for (const [start, end] of spans) {
        const at = start - passage.start;
        while (term + 1 < sentence.terms.length && (sentence.terms[term + 1]?.offset.start ?? Infinity) <= at)
          term++;
        const hit = sentence.terms[term];
        const inside = hit !== undefined && at < hit.offset.start + hit.offset.length;
        const tags: ReadonlySet<string> = new Set(inside ? hit.tags : []);
        const form = article.reading.slice(start, end);
        const lower = form.toLowerCase().replace(/[‘’]/gu, "'");
        const upos: Upos = lower === "'s" ? 'PART' : uposOf(form, tags);
        t.start.push(start);
        t.end.push(end);
        t.sentence.push(index);
        t.form.push(strings.intern(form));
        t.lower.push(strings.intern(lower));
        g.upos.push(UPOS.indexOf(upos));
        g.xpos.push(strings.intern(lower === "'s" ? 'POS' : xposOf(form, upos, tags)));
        g.lemma.push(strings.intern(lower === "n't" ? 'not' : lemmaOf(lower, upos, tags)));
        g.tags.push(tags);
      }
      s.last.push(t.start.length);
    }
  });

  const forms = t.form.map((id) => strings.text(id));
  return {
    passages,
    sentences: {
      length: s.start.length,
      start: Uint32Array.from(s.start),
      end: Uint32Array.from(s.end),
      firstToken: Uint32Array.from(s.first),
      endToken: Uint32Array.from(s.last),
      passage: Uint32Array.from(s.passage),
    },
    tokens: {
      length: t.start.length,
      start: Uint32Array.from(t.start),
      end: Uint32Array.from(t.end),
      sentence: Uint32Array.from(t.sentence),
      form: Uint32Array.from(t.form),
      lower: Uint32Array.from(t.lower),
      strings,
    },
    tags: { upos: Uint8Array.from(g.upos), xpos: Uint32Array.from(g.xpos), lemma: Uint32Array.from(g.lemma) },
    names: findNames(forms, t.sentence, g.tags, s.first),
  };
}

/** Runs of capitalised tokens, typed by what compromise tagged most of them. */
function findNames(
  forms: readonly string[],
  sentence: readonly number[],
  tags: readonly ReadonlySet<string>[],
  firsts: readonly number[],
): NameSpan[] {
  const initial = new Set(firsts);
  const capital = (i: number): boolean => /^\p{Lu}/u.test(forms[i] ?? '') && !tags[i]?.has('Date');
  const starts = (i: number): boolean =>
    capital(i) &&
    !['Determiner', 'Pronoun', 'Preposition', 'Conjunction', 'Adverb', 'Auxiliary', 'Verb'].some((tag) =>
      tags[i]?.has(tag),
    ) &&
    !(initial.has(i) && !tags[i]?.has('ProperNoun') && !capital(i + 1)) &&
    !tags[i]?.has('Demonym');
  const names: NameSpan[] = [];
  for (let i = 0; i < forms.length; i++) {
    if (!starts(i)) continue;
    let end = i + 1;
    while (end < forms.length && sentence[end] === sentence[i]) {
      if (capital(end)) end++;
      else if (
        /^(?:of|de|bin|al|al-|-|for|in)$/u.test(forms[end] ?? '') &&
        capital(end + 1) &&
        sentence[end + 1] === sentence[i] &&
        end - i < 6
      ) {
        if (forms[end] === 'in' || forms[end] === 'for') break;
        end += 2;
      } else break;
    }
    const votes = new Map<NameType, number>();
    for (let k = i; k < end; k++) {
      const type = nameTypeOf(tags[k] ?? new Set());
      if (type) votes.set(type, (votes.get(type) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1])[0];
    names.push({ firstToken: i, endToken: end, type: best?.[0] ?? 'organization' });
    i = end - 1;
  }
  return names;
}
