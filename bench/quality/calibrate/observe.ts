import { readFileSync } from 'node:fs';
import { readGold } from '../../../src/evaluate/gold/gold.ts';
import { relationsOf, scoreDocument } from '../../../src/evaluate/gold/score.ts';
import { extract } from '../../../src/library.ts';
import type { EvidenceRecord } from '../../../src/model/index.ts';
import { isFar, type RuleSet } from '../../../src/rules/index.ts';
import type { LabelledFile } from '../corpora/corpus.ts';
import { scoreFiles } from '../measure.ts';

/** One item of evidence of the program, and whether a reader says the same. */
export interface Observation {
  readonly document: string;
  readonly relation: string;
  readonly rule: string;
  readonly confidence: number;
  /** Ways from the words to the entities at both ends, each as often as it was taken. */
  readonly steps: readonly string[];
  /** Whether many words stand between the ends. */
  readonly far: boolean;
  readonly right: boolean;
}

function observation(
  document: string,
  text: string,
  relation: string,
  item: EvidenceRecord,
  right: boolean,
): Observation {
  const { rule, confidence, resolved } = item;
  const [source, target] = [item.source, item.target].map(([start, end]) => ({ start, end }));
  const far = isFar(text, source!, target!);
  return { document, relation, rule, confidence, steps: resolved.map(({ method }) => method), far, right };
}

/** Every item of evidence of the edges of a gold folder: right where the edge is, status and all. */
export function observeGold(folder: string, rules: RuleSet): Observation[] {
  const { documents } = readGold(folder);
  const relations = relationsOf(documents);
  return documents.flatMap((document) => {
    const graph = extract([{ text: readFileSync(document.article), source: document.article }], { rules });
    return scoreDocument(document, graph, relations).edges.flatMap(({ edge, meets }) =>
      edge.attributes.evidence.map((item) =>
        observation(document.id, document.text, edge.attributes.relation, item, meets !== undefined),
      ),
    );
  });
}

/** Every item of evidence that the labels of a corpus speak of. */
export const observeCorpora = (files: readonly LabelledFile[], rules: RuleSet): Observation[] =>
  [...scoreFiles(files, rules).values()].flatMap((scored) =>
    scored.flatMap(({ score }) =>
      score.items.flatMap(({ evidence, right }) =>
        evidence.map(({ relation, item }) =>
          observation(score.document.id, score.document.text, relation, item, right),
        ),
      ),
    ),
  );
