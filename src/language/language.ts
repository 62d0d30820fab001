import { type Clusters, readClusters } from './clusters.ts';
import { createFormCache, type FormCache } from './form-cache.ts';
import { type Gazetteer, readGazetteer } from './gazetteer.ts';
import { readLabels, type TagLabels } from './labels.ts';
import { type Lemmatizer, readLemmatizer } from './lemmas.ts';
import { type LinearModel, readLinear } from './linear.ts';
import { NAME_LABELS, transitionKey } from './name-features.ts';
import { createReader, type Reader } from './reader.ts';
import { openVectors, readVectors, type Vectors } from './vectors.ts';
import { readWeights } from './weights.ts';

/** The trained models, ready to use. One per thread: it keeps what it has worked out about words it met. */
export interface Language {
  readonly gazetteer: Gazetteer;
  readonly lemmatizer: Lemmatizer;
  readonly tagLabels: TagLabels;
  readonly reader: Reader;
  readonly nameModel: LinearModel;
  /** `transitions[last * labels + next]` of the name model. */
  readonly transitions: Float32Array;
  /** How much the reader's log probabilities count beside the name model's scores. */
  readonly readerWeight: number;
  /** Taken off the score of "no name": both models, left alone, miss more names than they invent. */
  readonly outsidePenalty: number;
  /** Scores of the name model. */
  readonly cache: FormCache;
}

export const LEXICON_VERSION = 1;
export const NAMES_VERSION = 3;
export const READER_VERSION = 1;

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
  const names = readWeights(modelPath('names', folder), 'names', NAMES_VERSION);
  const clusters = readClusters(lexicon);
  const { reader, labels } = readReader(folder, vectors, clusters);
  const [readerWeight, outsidePenalty] = names.array('mixture', 'f32');
  const nameModel = readLinear(names, NAME_LABELS.length);
  return {
    gazetteer: readGazetteer(lexicon),
    lemmatizer: readLemmatizer(lexicon),
    tagLabels: readLabels(labels),
    reader,
    nameModel,
    transitions: transitionsOf(nameModel),
    readerWeight: readerWeight!,
    outsidePenalty: outsidePenalty!,
    cache: createFormCache(clusters, [nameModel]),
  };
}

/** The reader and its tags' labels. */
function readReader(
  folder: URL,
  vectors: Vectors,
  clusters: Clusters,
): { reader: Reader; labels: readonly string[] } {
  const weights = readWeights(modelPath('reader', folder), 'reader', READER_VERSION);
  return { reader: createReader(weights, vectors, clusters), labels: weights.words('labels') };
}

export function transitionsOf(model: LinearModel): Float32Array {
  const { labels } = model;
  const transitions = new Float32Array(labels * labels);
  for (let label = 0; label < labels; label++) model.add(transitionKey(label), transitions, label * labels);
  return transitions;
}
