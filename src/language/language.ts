import { type Clusters, readClusters } from './clusters.ts';
import { type Gazetteer, readGazetteer } from './gazetteer.ts';
import { readLabels, type TagLabels } from './labels.ts';
import { type Lemmatizer, readLemmatizer } from './lemmas.ts';
import { createReader, type Reader } from './reader.ts';
import { openVectors, readVectors, type Vectors } from './vectors.ts';
import { readWeights } from './weights.ts';

/** The trained models, ready to use. One per thread: it keeps what it has worked out about words it met. */
export interface Language {
  readonly gazetteer: Gazetteer;
  readonly lemmatizer: Lemmatizer;
  readonly tagLabels: TagLabels;
  readonly reader: Reader;
  /** Taken off the score of "no name": the reader, left alone, misses more names than it invents. */
  readonly outsidePenalty: number;
}

export const LEXICON_VERSION = 1;
export const READER_VERSION = 2;

/** The folder of the package's models. */
export const MODELS = new URL('./models/', import.meta.url);

export const modelPath = (name: string, folder: URL = MODELS): URL => new URL(`${name}.bin`, folder);

let loaded: Language | undefined;

/**
 * Reads the models, once per process.
 * @throws UserError when a model file is missing, damaged or of another version.
 */
export function loadLanguage(): Language {
  loaded ??= assemble(MODELS, openVectors());
  return loaded;
}

/** As `loadLanguage`, from another folder of models, each time anew. */
export const readLanguage = (folder: URL): Language =>
  assemble(folder, readVectors(modelPath('vectors', folder)));

function assemble(folder: URL, vectors: Vectors): Language {
  const lexicon = readWeights(modelPath('lexicon', folder), 'lexicon', LEXICON_VERSION);
  const clusters = readClusters(lexicon);
  const { reader, labels, outsidePenalty } = readReader(folder, vectors, clusters);
  return {
    gazetteer: readGazetteer(lexicon),
    lemmatizer: readLemmatizer(lexicon),
    tagLabels: readLabels(labels),
    reader,
    outsidePenalty,
  };
}

/** The reader and its tags' labels. */
function readReader(
  folder: URL,
  vectors: Vectors,
  clusters: Clusters,
): { reader: Reader; labels: readonly string[]; outsidePenalty: number } {
  const weights = readWeights(modelPath('reader', folder), 'reader', READER_VERSION);
  return {
    reader: createReader(weights, vectors, clusters),
    labels: weights.words('labels'),
    outsidePenalty: weights.array('outside', 'f32')[0]!,
  };
}
