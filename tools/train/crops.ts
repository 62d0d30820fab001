import type { TreebankSentence } from './conllu.ts';
import type { Treebank } from './parse/data.ts';
import type { Tags } from './parse/read.ts';

/**
 * Plain sentences cut out of a treebank's longer ones (cropping; Şahin & Steedman 2018): a clause's subject, auxiliaries, verb, object and
 * first oblique, with the trees they have there. Of sentences as short and whole as these, which rules' examples are, treebanks have few:
 * what is short in them is mostly a heading or a fragment.
 */
export function cropped(name: string, banks: readonly Treebank[]): Treebank {
  const sentences: TreebankSentence[] = [];
  const tags: Tags[] = [];
  const seen = new Set<string>();
  for (const bank of banks) {
    bank.sentences.forEach((sentence, index) => {
      for (const words of clauses(sentence)) {
        const crop = cut(sentence, bank.tags[index]!, words);
        const text = crop.sentence.form.join(' ');
        if (seen.has(text) || words.length + 1 >= sentence.form.length) continue;
        seen.add(text);
        sentences.push(crop.sentence);
        tags.push(crop.tags);
      }
    });
  }
  return { name, sentences, tags };
}

/** A clause's head, then all its words in order. */
type Words = readonly [head: number, ...rest: number[]];

const CLAUSE = /^(?:root|conj|ccomp|parataxis|advcl)$/;
const SUBJECT = /^nsubj(?::pass)?$/;
const BESIDE_VERB = /^(?:aux(?::pass)?|compound:prt)$/;
const LONGEST_PART = 9;

/** The words of each clause that can stand alone. Indices count from 0; heads of the treebank count from 1. */
function* clauses(sentence: TreebankSentence): Generator<Words> {
  const { form, upos, deprel, xpos } = sentence;
  for (let verb = 0; verb < form.length; verb++) {
    if (upos[verb] !== 'VERB' || !CLAUSE.test(deprel[verb]!)) continue;
    const children = childrenOf(sentence, verb);
    const of = (relation: RegExp): number[] => children.filter((child) => relation.test(deprel[child]!));
    const [subject, second] = of(SUBJECT);
    if (subject === undefined || second !== undefined || subject > verb) continue;
    const beside = of(BESIDE_VERB);
    if (!/^VB[DPZ]$/.test(xpos[verb]!) && !beside.some((word) => /^(?:VB[DPZ]|MD)$/.test(xpos[word]!)))
      continue;
    const object = of(/^obj$/).filter((child) => child > verb);
    const oblique = of(/^obl(?::agent)?$/).filter((child) => child > verb);
    const parts = [subject, ...object.slice(0, 1), ...oblique.slice(0, 1)].map((child) =>
      subtree(sentence, child),
    );
    if (parts.length < 2 || parts.some((part) => part.length > LONGEST_PART)) continue;
    if (parts[0]!.some((word) => /^W/.test(xpos[word]!))) continue;
    const not = children.filter((child) => /^(?:not|n['’]t|never)$/i.test(form[child]!));
    const words = [...new Set([...parts.flat(), ...beside, ...not, verb])].sort((a, b) => a - b);
    yield [verb, ...words];
  }
}

const childrenOf = ({ head }: TreebankSentence, word: number): number[] =>
  [...head.keys()].filter((child) => head[child] === word + 1);

/** A word and all under it but marks at its ends. */
function subtree(sentence: TreebankSentence, word: number): number[] {
  const found = [word];
  for (const each of found) found.push(...childrenOf(sentence, each));
  found.sort((a, b) => a - b);
  const isMark = (at: number | undefined): boolean => at !== undefined && sentence.upos[at] === 'PUNCT';
  while (isMark(found[0])) found.shift();
  while (isMark(found.at(-1))) found.pop();
  return found;
}

/** The words of a clause as a sentence of its own, the first letter large, a full stop at the end. */
function cut(
  sentence: TreebankSentence,
  tags: Tags,
  [verb, ...words]: Words,
): { sentence: TreebankSentence; tags: Tags } {
  const place = new Map(words.map((word, index) => [word, index + 1]));
  const pick = <T>(column: readonly T[], last: T): T[] => [...words.map((word) => column[word]!), last];
  const form = pick(sentence.form, '.');
  form[0] = form[0]!.charAt(0).toUpperCase() + form[0]!.slice(1);
  const head = words.map((word) =>
    word === verb ? 0 : (place.get(sentence.head[word]! - 1) ?? place.get(verb)!),
  );
  return {
    sentence: {
      ...sentence,
      form,
      lemma: pick(sentence.lemma, '.'),
      upos: pick(sentence.upos, 'PUNCT'),
      xpos: pick(sentence.xpos, '.'),
      head: [...head, place.get(verb)!],
      deprel: pick(sentence.deprel, 'punct').map((label, i) => (head[i] === 0 ? 'root' : label)),
    },
    tags: { upos: pick(tags.upos, 'PUNCT'), xpos: pick(tags.xpos, '.') },
  };
}
