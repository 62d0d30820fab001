import { argumentReader } from '../arguments.ts';
import { conditionFinder } from '../covered.ts';
import type { RuleSet } from '../ruleset.ts';
import { sceneOf } from '../scene.ts';
import { anyArguments, findingsOf } from '../suppress.ts';
import { viewDocument } from '../view.ts';
import type { MatchableDocument } from '../view.ts';

/** Whether a suppression finds something in a document, whether or not a rule matches there. */
export function suppresses(rules: RuleSet, id: string, document: MatchableDocument): boolean {
  const suppression = rules.suppressions.find((each) => each.id === id);
  if (!suppression) return false;
  const view = viewDocument(document);
  const readings = argumentReader(view);
  return [...Array(document.sentences.length).keys()].some((sentence) => {
    const mentions = [...document.mentions.keys()].filter((index) => {
      const mention = document.mentions[index]!;
      return mention.sentence === sentence && mention.entity !== null;
    });
    const scene = sceneOf(view, sentence, mentions, readings);
    return findingsOf(suppression, scene, anyArguments(rules), conditionFinder(scene)).length > 0;
  });
}
