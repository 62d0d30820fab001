import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Clusters, readClusters } from '../../src/language/clusters.ts';
import { type Gazetteer, readGazetteer } from '../../src/language/gazetteer.ts';
import { LEXICON_VERSION, modelPath } from '../../src/language/language.ts';
import { encodeWeights, readWeights, type Section } from '../../src/language/weights.ts';
import { readConllu, type TreebankSentence } from './conllu.ts';

/** What every stage of training is given. */
export interface Context {
  /** The data folder, or the small copy of it that a quick run makes. */
  readonly data: string;
  /** Holds everything the stages make. */
  readonly work: string;
  /** As little training as goes through every line of it. */
  readonly quick: boolean;
  /** Runs a Python script of this folder. */
  readonly python: (script: string, ...args: readonly string[]) => void;
}

export const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The folder of the models being made. */
export const modelsOf = ({ work }: Context): URL => pathToFileURL(join(work, 'models') + '/');

export const treebank = ({ data }: Context, name: string): TreebankSentence[] =>
  readConllu(join(data, 'treebanks', `${name}.conllu`));

export function saveModel(
  context: Context,
  model: string,
  version: number,
  sections: Record<string, Section>,
): void {
  mkdirSync(modelsOf(context), { recursive: true });
  const bytes = encodeWeights(model, version, sections);
  writeFileSync(modelPath(model, modelsOf(context)), bytes);
  console.log(`${model}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

/** Clusters and gazetteer of the lexicon being made. */
export function readLexicon(context: Context): { clusters: Clusters; gazetteer: Gazetteer } {
  const lexicon = readWeights(modelPath('lexicon', modelsOf(context)), 'lexicon', LEXICON_VERSION);
  return { clusters: readClusters(lexicon), gazetteer: readGazetteer(lexicon) };
}
