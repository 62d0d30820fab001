import { straighten } from '../../src/language/forms.ts';
import { editFor } from '../../src/language/lemmas.ts';
import type { TreebankSentence } from './conllu.ts';

const LONGEST = 6;

/** Lemma rules from treebanks: every ending whose commonest edit differs from that of the next shorter ending. */
export function lemmaRules(sentences: readonly TreebankSentence[]): string[] {
  const words = wordEdits(sentences);
  const rules: string[] = [];
  for (const [xpos, edits] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const votes = endings(edits);
    const chosen = new Map<string, string>();
    for (const ending of [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const [edit, count] = commonest(votes.get(ending)!);
      const inherited = inheritedEdit(chosen, ending);
      if (edit === inherited || (ending.length > 0 && count < 2)) continue;
      chosen.set(ending, edit);
      rules.push(`${xpos}\t${ending}\t${edit}`);
    }
    for (const [lower, votesOfWord] of [...edits].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [edit] = commonest(votesOfWord);
      if (edit !== inheritedEdit(chosen, lower, true)) rules.push(`${xpos}\t^${lower}\t${edit}`);
    }
  }
  return rules;
}

type Votes = Map<string, number>;
const vote = (votes: Votes, edit: string, by: number): void =>
  void votes.set(edit, (votes.get(edit) ?? 0) + by);

function wordEdits(sentences: readonly TreebankSentence[]): Map<string, Map<string, Votes>> {
  const words = new Map<string, Map<string, Votes>>();
  for (const { form, lemma, upos, xpos, feats } of sentences) {
    form.forEach((text, i) => {
      if (lemma[i] === '_' || feats[i]!.includes('Typo=Yes') || feats[i]!.includes('Abbr=Yes')) return;
      const lower = straighten(text.toLowerCase());
      const base = upos[i] === 'PROPN' ? text : lower;
      const edits = words.get(xpos[i]!) ?? new Map<string, Votes>();
      words.set(xpos[i]!, edits);
      const votes = edits.get(lower) ?? new Map<string, number>();
      edits.set(lower, votes);
      vote(votes, editFor(base, lemma[i]!), 1);
    });
  }
  return words;
}

/** Each word has one vote for each of its endings, so that frequent irregular words do not rule. */
function endings(edits: ReadonlyMap<string, Votes>): Map<string, Votes> {
  const found = new Map<string, Votes>();
  for (const [lower, votes] of edits) {
    const [edit] = commonest(votes);
    if (edit.startsWith('=')) continue;
    for (let size = 0; size <= Math.min(LONGEST, lower.length); size++) {
      const ending = lower.slice(lower.length - size);
      const sum = found.get(ending) ?? new Map<string, number>();
      found.set(ending, sum);
      vote(sum, edit, 1);
    }
  }
  return found;
}

function commonest(votes: Votes): [edit: string, count: number] {
  let best: [string, number] = ['0', 0];
  for (const [edit, count] of votes)
    if (count > best[1] || (count === best[1] && edit < best[0])) best = [edit, count];
  return best;
}

function inheritedEdit(chosen: ReadonlyMap<string, string>, ending: string, whole = false): string {
  for (let size = Math.min(LONGEST, whole ? ending.length : ending.length - 1); size >= 0; size--) {
    const edit = chosen.get(ending.slice(ending.length - size));
    if (edit !== undefined) return edit;
  }
  return '0';
}
