import { CASELESS, caseOf, isCaseless, straighten } from '../../../src/language/forms.ts';
import type { Gazetteer } from '../../../src/language/gazetteer.ts';
import { type DocumentWords, findHints, formKey } from '../../../src/language/hints.ts';

export interface Sentence {
  readonly document: string;
  readonly form: readonly string[];
}

/** What one sentence's words get from lists and from their document: four sets of bits each, as in `Hints`. */
export type SentenceHints = readonly (readonly [
  starts: number,
  inside: number,
  alone: number,
  evidence: number,
])[];

/** Hints of every sentence, read with the others of its document. */
export function hintsOf(gazetteer: Gazetteer, sentences: readonly Sentence[]): SentenceHints[] {
  const documents = new Map<string, number[]>();
  sentences.forEach(({ document }, index) => {
    const known = documents.get(document);
    if (known) known.push(index);
    else documents.set(document, [index]);
  });
  const found: SentenceHints[] = new Array<SentenceHints>(sentences.length);
  for (const indices of documents.values()) {
    const hints = hintsOfDocument(
      gazetteer,
      indices.map((index) => sentences[index]!.form),
    );
    indices.forEach((index, at) => (found[index] = hints[at]!));
  }
  return found;
}

/** @param caseless read all of it as if case said nothing. */
export function hintsOfDocument(
  gazetteer: Gazetteer,
  forms: readonly (readonly string[])[],
  caseless?: boolean,
): SentenceHints[] {
  const words = documentWords(forms, caseless);
  const { starts, inside, alone, evidence } = findHints(gazetteer, words);
  return forms.map((form, sentence) =>
    form.map((_, i) => {
      const word = words.first[sentence]! + i;
      return [starts[word]!, inside[word]!, alone[word]!, evidence[word]!];
    }),
  );
}

function documentWords(forms: readonly (readonly string[])[], caseless?: boolean): DocumentWords {
  const flat = forms.flat();
  const first: number[] = [];
  const end: number[] = [];
  const capital = new Uint8Array(flat.length);
  let at = 0;
  for (const form of forms) {
    first.push(at);
    const blind = caseless ?? isCaseless(form);
    for (const word of form) capital[at++] = blind ? CASELESS : caseOf(word);
    end.push(at);
  }
  const lower = Int32Array.from(flat, (word) => formKey(straighten(word.toLowerCase())));
  return { length: flat.length, lower, capital, first, end };
}
