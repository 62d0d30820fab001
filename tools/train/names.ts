import { contextKeys, contextScores, OFFSETS, sumContexts } from '../../src/language/context.ts';
import { decodeNames } from '../../src/language/decode-names.ts';
import { type FormFeatures, isCaseless } from '../../src/language/forms.ts';
import { type Gazetteer, matchNames } from '../../src/language/gazetteer.ts';
import {
  capitalRuns,
  evidenceOf,
  gatherEvidence,
  NAME_LABELS,
  NAME_TYPES,
  nameKeys,
  type NameSentence,
  transitionKey,
} from '../../src/language/name-features.ts';
import { transitionsOf } from '../../src/language/language.ts';
import type { LinearModel } from '../../src/language/linear.ts';
import type { Entity, EntitySentence } from './entities.ts';
import { Perceptron, random, shuffled } from './perceptron.ts';
import { EDGE, type FeatureSource } from './tagger.ts';

const LABELS = NAME_LABELS.length;

export function labelsOf(length: number, entities: readonly Entity[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { first, end, type } of entities) {
    const base = 1 + NAME_TYPES.indexOf(type) * 4;
    if (end - first === 1) labels[first] = base + 3;
    else {
      labels[first] = base;
      labels.fill(base + 1, first + 1, end - 1);
      labels[end - 1] = base + 2;
    }
  }
  return labels;
}

export function entitiesFrom(labels: ArrayLike<number>): Entity[] {
  const found: Entity[] = [];
  let first = 0;
  for (let word = 0; word < labels.length; word++) {
    const label = labels[word]!;
    if (label === 0) continue;
    const part = (label - 1) & 3;
    if (part === 0 || part === 3) first = word;
    if (part >= 2) found.push({ first, end: word + 1, type: NAME_TYPES[(label - 1) >> 2]! });
  }
  return found;
}

/** Sentences of whole documents as the name model sees them. `tags[i]` belong to `sentences[i]`. */
export function nameSentences(
  sentences: readonly EntitySentence[],
  tags: readonly ArrayLike<number>[],
  source: FeatureSource,
  gazetteer: Gazetteer,
  caseless?: boolean,
): NameSentence[] {
  const parts = sentences.map(({ form }) => {
    const features = form.map((word) => source(word, caseless ?? isCaseless(form)));
    const words = features.map((one) => one.lower);
    return {
      features,
      matches: matchNames(gazetteer, words, words.length, (word) => features[word]!.capital >= 2),
    };
  });
  const byDocument = new Map<string, number[]>();
  sentences.forEach(({ document }, index) => {
    const indices = byDocument.get(document);
    if (indices) indices.push(index);
    else byDocument.set(document, [index]);
  });
  const result: NameSentence[] = new Array<NameSentence>(parts.length);
  for (const indices of byDocument.values()) {
    const evidence = gatherEvidence(indices.map((index) => parts[index]!));
    for (const index of indices) {
      const part = parts[index]!;
      result[index] = { ...part, tags: tags[index]!, evidence: evidenceOf(part.features, evidence) };
    }
  }
  return result;
}

export interface NameExample {
  readonly sentence: NameSentence;
  readonly labels: Uint8Array;
}

function keysOf(sentence: NameSentence, edge: FormFeatures): number[][] {
  const runs = capitalRuns(sentence.features);
  return sentence.features.map((_, word) => {
    const keys: number[] = [];
    OFFSETS.forEach((offset, which) => contextKeys(sentence.features[word + offset] ?? edge, which, keys));
    nameKeys(sentence, word, edge, runs, keys);
    return keys;
  });
}

/** A structured averaged perceptron with Viterbi decoding (Collins 2002). */
export function trainNames(
  examples: readonly NameExample[],
  source: FeatureSource,
  options: { epochs: number; minCount: number; seed: number },
): Perceptron {
  const edge = source(EDGE, false);
  const model = new Perceptron(LABELS);
  const counts = new Map<number, number>();
  const keyed = examples.map(({ sentence }) => {
    const keys = keysOf(sentence, edge);
    for (const list of keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
    return keys;
  });
  const rows = keyed.map((keys) =>
    keys.map((list) =>
      Int32Array.from(
        list.filter((key) => counts.get(key)! >= options.minCount).map((key) => model.intern(key)),
      ),
    ),
  );
  counts.clear();
  const transitionRows = Int32Array.from({ length: LABELS }, (_, label) =>
    model.intern(transitionKey(label)),
  );
  const prepared = examples.map(({ labels }, index) => ({ rows: rows[index]!, labels }));
  const next = random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sentence of shuffled(prepared, next)) trainSentence(model, sentence, transitionRows);
  }
  return model;
}

function trainSentence(
  model: Perceptron,
  { rows, labels }: { rows: readonly Int32Array[]; labels: Uint8Array },
  transitionRows: Int32Array,
): void {
  const length = rows.length;
  const scores = new Float32Array(length * LABELS);
  const transitions = new Float32Array(LABELS * LABELS);
  for (let word = 0; word < length; word++)
    for (const row of rows[word]!) model.add(row, scores, word * LABELS);
  for (let label = 0; label < LABELS; label++) model.add(transitionRows[label]!, transitions, label * LABELS);
  const found = decodeNames(scores, length, transitions);
  for (let word = 0; word < length; word++) {
    const gold = labels[word]!;
    const best = found[word]!;
    if (gold !== best) {
      for (const row of rows[word]!) {
        model.update(row, gold, 1);
        model.update(row, best, -1);
      }
    }
    if (word > 0 && (gold !== best || labels[word - 1] !== found[word - 1])) {
      model.update(transitionRows[labels[word - 1]!]!, gold, 1);
      model.update(transitionRows[found[word - 1]!]!, best, -1);
    }
  }
  model.tick();
}

/** Finds names with a packed model, as the running program does. */
export function findAll(
  model: LinearModel,
  sentences: readonly NameSentence[],
  source: FeatureSource,
): Uint8Array[] {
  const edge = source(EDGE, false);
  const stride = LABELS * OFFSETS.length;
  const slots = new Map<FormFeatures, number>([[edge, 0]]);
  for (const { features } of sentences)
    for (const one of features) if (!slots.has(one)) slots.set(one, slots.size);
  const kept = new Float32Array(slots.size * stride);
  for (const [features, slot] of slots) contextScores(features, model, kept, slot * stride);
  const transitions = transitionsOf(model);
  return sentences.map((sentence) => {
    const { features } = sentence;
    const scores = new Float32Array(features.length * LABELS);
    sumContexts(
      features.map((one) => slots.get(one)!),
      features.length,
      0,
      kept,
      LABELS,
      scores,
    );
    const runs = capitalRuns(features);
    const keys: number[] = [];
    for (let word = 0; word < features.length; word++) {
      keys.length = 0;
      nameKeys(sentence, word, edge, runs, keys);
      for (const key of keys) model.add(key, scores, word * LABELS);
    }
    return decodeNames(scores, features.length, transitions);
  });
}
