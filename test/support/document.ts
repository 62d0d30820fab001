import { loadLanguage, trees } from '../../src/language/index.ts';
import { StringTable, UPOS } from '../../src/model/index.ts';
import type { Article, Document, NameSpan, NameType, Passage, Upos } from '../../src/model/index.ts';

type Base = Document<'passages' | 'sentences' | 'tokens' | 'tags' | 'names' | 'trees'>;

const CLOSED: Readonly<Record<string, string>> = {
  the: 'DT',
  a: 'DT',
  an: 'DT',
  this: 'DT',
  these: 'DT',
  no: 'DT',
  of: 'IN',
  in: 'IN',
  on: 'IN',
  for: 'IN',
  at: 'IN',
  by: 'IN',
  to: 'TO',
  and: 'CC',
  or: 'CC',
  but: 'CC',
  it: 'PRP',
  he: 'PRP',
  she: 'PRP',
  they: 'PRP',
  its: 'PRP$',
  "'s": 'POS',
  '’s': 'POS',
  that: 'IN',
  not: 'RB',
  "n't": 'RB',
  has: 'VBZ',
  have: 'VBP',
  had: 'VBD',
  is: 'VBZ',
  was: 'VBD',
  were: 'VBD',
  may: 'MD',
  who: 'WP',
  which: 'WDT',
  as: 'IN',
  against: 'IN',
  from: 'IN',
};

const UPOS_OF: readonly (readonly [RegExp, Upos])[] = [
  [/^NNPS?$/u, 'PROPN'],
  [/^NN/u, 'NOUN'],
  [/^MD$/u, 'AUX'],
  [/^VB/u, 'VERB'],
  [/^JJ/u, 'ADJ'],
  [/^RB/u, 'ADV'],
  [/^DT$/u, 'DET'],
  [/^IN$/u, 'ADP'],
  [/^CC$/u, 'CCONJ'],
  [/^PRP|^W/u, 'PRON'],
  [/^CD$/u, 'NUM'],
  [/^(?:POS|TO)$/u, 'PART'],
  [/^[^A-Z]|^HYPH$|^-/u, 'PUNCT'],
];

const AUXILIARY = /^(?:is|was|were|be|been|being|has|have|had)$/u;
const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  has: 'have',
  had: 'have',
  "n't": 'not',
  said: 'say',
  told: 'tell',
};

/**
 * A document built by hand. One line is one paragraph of one sentence. Words are separated by blanks, and written `form`, `form/TAG` or
 * `form/TAG/lemma` (Penn tags; common function words know theirs, capitalised words are NNP, others NN); a word after `_` follows
 * without a blank; `[Red Front|organization]` is a name. A line may begin with `caption:` or another kind of passage. Trees are the
 * parser's own, of the tags given.
 */
export function documentOf(...lines: readonly string[]): Base {
  const strings = new StringTable();
  const sentence = {
    start: [] as number[],
    end: [] as number[],
    first: [] as number[],
    last: [] as number[],
  };
  const token = {
    start: [] as number[],
    end: [] as number[],
    sentence: [] as number[],
    form: [] as number[],
    lower: [] as number[],
  };
  const tag = { upos: [] as number[], xpos: [] as number[], lemma: [] as number[] };
  const names: NameSpan[] = [];
  const passages: Passage[] = [];
  let text = '';
  lines.forEach((line, index) => {
    const [, kind = 'prose', body = line] =
      /^(title|caption|credit|boilerplate|prose): (.*)$/su.exec(line) ?? [];
    if (text) text += '\n\n';
    const from = text.length;
    const first = token.start.length;
    for (const part of body.match(/\[[^\]]+\]|\S+/gu) ?? []) {
      const name = /^\[(.+)\|(\w+)\]$/u.exec(part);
      const begin = token.start.length;
      for (const word of name ? (name[1] ?? '').split(' ') : [part]) {
        const tight = word.startsWith('_') && word.length > 1;
        const [form = '', given, lemma] = (tight ? word.slice(1) : word).split(/\/(?=.)/u);
        if (text.length > from && !tight && !/^[.,;:!?)”]$|^['’]s$|^n't$/u.test(form) && !/[(“]$/u.test(text))
          text += ' ';
        const lower = form.toLowerCase().replaceAll('’', "'");
        const xpos =
          given ??
          CLOSED[lower] ??
          (/^[^\p{L}\p{N}]/u.test(form)
            ? form
            : /^\d/u.test(form)
              ? 'CD'
              : /^\p{Lu}/u.test(form)
                ? 'NNP'
                : 'NN');
        const upos = AUXILIARY.test(lower)
          ? 'AUX'
          : (UPOS_OF.find(([pattern]) => pattern.test(xpos))?.[1] ?? 'X');
        token.start.push(text.length);
        text += form;
        token.end.push(text.length);
        token.sentence.push(index);
        token.form.push(strings.intern(form));
        token.lower.push(strings.intern(lower));
        tag.upos.push(UPOS.indexOf(upos));
        tag.xpos.push(strings.intern(xpos));
        tag.lemma.push(
          strings.intern(
            lemma ?? IRREGULAR[lower] ?? (/^NNP?S$/u.test(xpos) ? lower.replace(/s$/u, '') : lower),
          ),
        );
      }
      if (name) names.push({ firstToken: begin, endToken: token.start.length, type: name[2] as NameType });
    }
    sentence.start.push(from);
    sentence.end.push(text.length);
    sentence.first.push(first);
    sentence.last.push(token.start.length);
    passages.push({ start: from, end: text.length, kind: kind as Passage['kind'] });
  });
  const article: Article = {
    id: 'doc',
    source: 'doc.txt',
    title: '',
    text,
    reading: text,
    blocks: [],
    sha256: '',
    language: 'en',
  };
  const base = {
    article,
    passages,
    sentences: {
      length: lines.length,
      start: Uint32Array.from(sentence.start),
      end: Uint32Array.from(sentence.end),
      firstToken: Uint32Array.from(sentence.first),
      endToken: Uint32Array.from(sentence.last),
      passage: Uint32Array.from(lines.keys()),
    },
    tokens: {
      length: token.start.length,
      start: Uint32Array.from(token.start),
      end: Uint32Array.from(token.end),
      sentence: Uint32Array.from(token.sentence),
      form: Uint32Array.from(token.form),
      lower: Uint32Array.from(token.lower),
      strings,
    },
    tags: {
      upos: Uint8Array.from(tag.upos),
      xpos: Uint32Array.from(tag.xpos),
      lemma: Uint32Array.from(tag.lemma),
    },
    names,
  };
  return { ...base, ...trees.run(base, loadLanguage()) };
}
