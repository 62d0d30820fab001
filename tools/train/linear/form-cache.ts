import { contextScores, OFFSETS } from './neighbours.ts';
import type { Clusters } from '../../../src/language/clusters.ts';
import { formFeatures, type FormFeatures } from './form-features.ts';
import type { LinearModel } from './model.ts';

/** Word forms met so far with their features and what each model says of them: most words of a text come again. */
export interface FormCache {
  /** Number of the form; good until `trim`. */
  readonly find: (form: string, caseless: boolean) => number;
  readonly features: readonly FormFeatures[];
  /** `contextScores` of each form, for each model in turn. */
  readonly scores: readonly Float32Array[];
  /** Forgets everything when there is too much of it. Between documents only. */
  readonly trim: () => void;
  /** Number of what stands before and after a sentence. */
  readonly edge: number;
}

export const EDGE_FORM = '\u0002';
const MOST = 12_000;

export function createFormCache(clusters: Clusters, models: readonly LinearModel[]): FormCache {
  const numbers = [new Map<string, number>(), new Map<string, number>()];
  const features: FormFeatures[] = [];
  const scores = models.map((model) => new Float32Array(1024 * model.labels * OFFSETS.length));
  const cache = {
    features,
    scores,
    edge: 0,
    find: (form: string, caseless: boolean): number => {
      const known = numbers[caseless ? 1 : 0]!.get(form);
      if (known !== undefined) return known;
      const number = features.length;
      const made = formFeatures(form, caseless, clusters);
      features.push(made);
      numbers[caseless ? 1 : 0]!.set(form, number);
      models.forEach((model, which) => {
        const stride = model.labels * OFFSETS.length;
        if ((number + 1) * stride > scores[which]!.length) {
          const wider = new Float32Array(scores[which]!.length * 2);
          wider.set(scores[which]!);
          scores[which] = wider;
        }
        contextScores(made, model, scores[which]!, number * stride);
      });
      return number;
    },
    trim: (): void => {
      if (features.length < MOST) return;
      for (const map of numbers) map.clear();
      features.length = 0;
      for (const array of scores) array.fill(0);
      cache.find(EDGE_FORM, false);
    },
  };
  cache.find(EDGE_FORM, false);
  return cache;
}
