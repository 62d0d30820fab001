/** Sentences for the teacher: those whose names are known, the dev parts, and the open text that it is to label. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTokens } from '../../../src/language/tokens.ts';
import { readIob } from '../conllu.ts';
import { type Context, readLexicon, treebank } from '../context.ts';
import { type EntitySentence, fromGum, fromIob, readConll04, retokenized } from '../entities.ts';
import { labelsOf } from '../names.ts';
import { namedTraining } from '../tag-training.ts';
import { hintsOf } from '../reader/hints.ts';

/** Open text without labels of ours, in the order of the teacher's table. Sentences are as our tokenizer splits them. */
export function openText({ data }: Context): Record<'wikinews' | 'gmb' | 're3d', EntitySentence[]> {
  return {
    wikinews: articles(join(data, 'text/wikinews.jsonl')),
    gmb: retokenized(fromIob(readIob(join(data, 'ner/gmb-sample.iob2')))).map(withoutNames),
    re3d: articles(join(data, 're3d/dev.jsonl')),
  };
}

/** The sentences whose names the teacher learns from. */
export const namedText = (context: Context): Record<string, readonly EntitySentence[]> => ({
  ...namedTraining(context),
  'gum-open-train': fromGum(treebank(context, 'gum-open-train')),
});

const withoutNames = (sentence: EntitySentence): EntitySentence => ({ ...sentence, entities: [] });

function articles(path: string): EntitySentence[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const prose = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: paragraph }) => ({
      kind: 'prose' as const,
      start: index,
      end: index + paragraph.length,
    }));
    const { sentences, tokens } = findTokens(text, prose);
    return Array.from({ length: sentences.length }, (_, s) => {
      const form: string[] = [];
      for (let i = sentences.firstToken[s]!; i < sentences.endToken[s]!; i++)
        form.push(tokens.strings.text(tokens.form[i]!));
      return asLabelled(form).map((each) => ({ document: id, form: each, entities: [] }));
    }).flat();
  });
}

/**
 * A sentence as the tokenizer split it when the checked-in table of the teacher's labels was made: in two behind "v.". To be left out with the
 * next table.
 */
function asLabelled(form: readonly string[]): readonly string[][] {
  const parts: string[][] = [[]];
  for (const word of form) {
    if (word !== 'v.') parts.at(-1)!.push(word);
    else {
      parts.at(-1)!.push('v', '.');
      parts.push([]);
    }
  }
  return parts.filter((part) => part.length > 0);
}

/** Writes one JSON line per sentence: set, document, words, label of each (BILOU codes), bits of the gazetteer (starts, inside, alone). */
export function exportForTeacher(context: Context, path: string): void {
  const { gazetteer } = readLexicon(context);
  const gumDev = treebank(context, 'gum-open-dev');
  const sets: Record<string, readonly EntitySentence[]> = {
    ...namedText(context),
    'uner-ewt-dev': fromIob(readIob(join(context.data, 'ner/uner-ewt-dev.iob2'))),
    'gum-open-dev': fromGum(gumDev),
    'conll04-dev': retokenized(readConll04(join(context.data, 'conll04/dev.jsonl'))),
    ...openText(context),
  };
  mkdirSync(join(context.work, 'teacher'), { recursive: true });
  const lines = Object.entries(sets).flatMap(([set, sentences]) => {
    const hints = hintsOf(gazetteer, sentences);
    return sentences.map((sentence, index) => {
      const labels = [...labelsOf(sentence.form.length, sentence.entities)];
      const bits = hints[index]!.map(([starts, inside, alone]) => [starts, inside, alone]);
      return JSON.stringify({ set, document: sentence.document, form: sentence.form, labels, bits });
    });
  });
  writeFileSync(path, lines.join('\n') + '\n');
  console.log(`${lines.length} sentences for the teacher`);
}
