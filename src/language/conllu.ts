import { type Layers, UPOS } from '../model/index.ts';
import { DEPREL } from './parse/index.ts';

type Analysis = Pick<Layers, 'sentences' | 'tokens' | 'tags' | 'names'> & Partial<Pick<Layers, 'trees'>>;

/**
 * The analysis of a text as CoNLL-U (universaldependencies.org/format.html), the way Stanza writes it: `start_char` and `end_char`
 * (UTF-16 code units) and `ner` (BIO) in MISC. Words written as one are a multi-word token: "don't" is `do` and `n't`.
 */
export function writeConllu(text: string, analysis: Analysis): string {
  const { sentences, tokens } = analysis;
  const labels = nameLabels(analysis);
  const lines: string[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const [first, end] = [sentences.firstToken[sentence]!, sentences.endToken[sentence]!];
    const source = text.slice(sentences.start[sentence], sentences.end[sentence]);
    lines.push(`# sent_id = ${sentence + 1}`, `# text = ${source.replace(/\s+/g, ' ')}`);
    const tree = analysis.trees?.tree(sentence);
    for (let token = first; token < end; token++) {
      const stop = startsGroup(text, analysis, token, first, end);
      if (stop > token + 1) lines.push(groupRow(text, analysis, token, stop, first, end));
      const grouped = stop > token + 1 || isJoined(text, analysis, token, first);
      const head = tree ? tree.head[token - first]! + 1 : '_';
      const deprel = tree ? DEPREL[tree.label[token - first]!]! : '_';
      const misc = [
        `start_char=${tokens.start[token]}|end_char=${tokens.end[token]}|ner=${labels[token]}`,
        ...(grouped || spaceAfter(analysis, token, end) ? [] : ['SpaceAfter=No']),
      ];
      lines.push([...wordColumns(analysis, token, first), '_', head, deprel, '_', misc.join('|')].join('\t'));
    }
    lines.push('');
  }
  return lines.join('\n') + (lines.length > 0 ? '\n' : '');
}

function wordColumns({ tokens, tags }: Analysis, token: number, first: number): (string | number)[] {
  const text = (id: number): string => tokens.strings.text(id).replace(/\s/g, ' ') || '_';
  const upos = UPOS[tags.upos[token]!]!;
  return [
    token - first + 1,
    text(tokens.form[token]!),
    text(tags.lemma[token]!),
    upos,
    text(tags.xpos[token]!),
  ];
}

function groupRow(
  text: string,
  analysis: Analysis,
  token: number,
  stop: number,
  first: number,
  end: number,
): string {
  const { tokens } = analysis;
  const [from, to] = [tokens.start[token]!, tokens.end[stop - 1]!];
  const misc = [
    `start_char=${from}|end_char=${to}`,
    ...(spaceAfter(analysis, stop - 1, end) ? [] : ['SpaceAfter=No']),
  ];
  const blanks = Array<string>(7).fill('_');
  return [`${token - first + 1}-${stop - first}`, text.slice(from, to), ...blanks, misc.join('|')].join('\t');
}

const CLITIC = /^(?:n['’]t|['’`](?:s|m|d|re|ve|ll|em)|['’])$/i;

/** Whether the token is written together with the one before it as one word: a clitic, or letters right after letters. */
function isJoined(text: string, { tokens }: Analysis, token: number, first: number): boolean {
  if (token === first || tokens.end[token - 1] !== tokens.start[token]) return false;
  const before = text[tokens.start[token]! - 1]!;
  const form = tokens.strings.text(tokens.form[token]!);
  if (form === "'" || form === '’') return /s/i.test(before);
  return CLITIC.test(form) ? /[\p{L}\p{N}]/u.test(before) : /\p{L}/u.test(before) && /^\p{L}/u.test(form);
}

/** One past the last token of the multi-word token that starts here; `token + 1` where none does. */
function startsGroup(text: string, analysis: Analysis, token: number, first: number, end: number): number {
  if (isJoined(text, analysis, token, first)) return token + 1;
  let stop = token + 1;
  while (stop < end && isJoined(text, analysis, stop, first)) stop++;
  return stop;
}

function spaceAfter({ tokens }: Analysis, token: number, end: number): boolean {
  return token + 1 >= end || tokens.start[token + 1]! > tokens.end[token]!;
}

const ENTITY = { person: 'PER', organization: 'ORG', location: 'LOC' } as const;

function nameLabels({ tokens, names }: Analysis): string[] {
  const labels = Array<string>(tokens.length).fill('O');
  for (const { firstToken, endToken, type } of names) {
    for (let token = firstToken; token < endToken; token++) {
      labels[token] = `${token === firstToken ? 'B' : 'I'}-${ENTITY[type]}`;
    }
  }
  return labels;
}
