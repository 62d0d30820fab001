import { codes, dependentOf, dependents, headOf, labelOf, markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import type { Reached, TreeStep } from './walk.ts';

/** A mention that stands for a word a path reached. */
export interface ReachedMention {
  readonly mention: number;
  readonly steps: readonly TreeStep[];
}

/** Heads that stand for the body their members form: "fighters of X", "X militants", "the X group". */
const REPRESENTATIVES = new Set(
  (
    'fighter member militant force troop soldier gunman insurgent rebel extremist jihadist jihadi terrorist guerrilla ' +
    'official authority spokesman spokeswoman spokesperson representative supporter follower partisan commander warplane ' +
    'jet drone aircraft artillery police security wing faction branch group movement party militia organization ' +
    'organisation network government administration regime army military leadership navy cell target position affiliate'
  ).split(' '),
);
/** Nouns that name a part of what follows "of". */
const PARTS = new Set(
  'area part region district outskirt outskirts suburb north south east west center centre heart edge town city village province capital swath swathe stretch side coast one some many most all several number majority target position'.split(
    ' ',
  ),
);
const NAMING = new Set(['know', 'call', 'name', 'dub', 'nickname']);
const SETS = new Set(['including', 'such_as', 'like']);

const APPOSITION = codes('appos', 'flat', 'nmod:desc');
const APPOS = codes('appos');
const COMPOUND = codes('compound', 'nmod:unmarked', 'nmod:desc');
const NMOD = codes('nmod');
const OWNER = codes('nmod:poss');
const ACL = codes('acl', 'acl:relcl');
const NAMED_AS = codes('obl', 'xcomp', 'obj');
const MEMBER_OF = new Set(['of', 'from', 'for']);

/** Mentions by the tokens they can be reached at; made once per sentence. */
export interface MentionFinder {
  /** Mentions whose head, or whose top in the tree, the token is, or names that hold it; the best first. */
  readonly at: (token: number) => readonly number[];
}

export function mentionFinder(sentence: SentenceGraph, mentions: readonly number[]): MentionFinder {
  const all = sentence.view.document.mentions;
  const byToken = new Map<number, number[]>();
  const add = (token: number, index: number): void => {
    const list = byToken.get(token);
    if (!list) byToken.set(token, [index]);
    else if (!list.includes(index)) list.push(index);
  };
  for (const index of mentions) {
    const { head, kind, firstToken, endToken } = all[index]!;
    add(head, index);
    for (let token = firstToken; token < endToken; token++) {
      const above = headOf(sentence, token);
      if (kind === 'name' || above < firstToken || above >= endToken) add(token, index);
    }
  }
  const rank = (token: number, index: number): number => {
    const { head, kind, firstToken, endToken } = all[index]!;
    return (kind === 'name' ? 0 : 1_000) + (head === token ? 0 : 500) - (endToken - firstToken);
  };
  for (const [token, list] of byToken) list.sort((a, b) => rank(token, a) - rank(token, b) || a - b);
  return { at: (token) => byToken.get(token) ?? [] };
}

/** The mention that a reached word stands for, directly or by one more step; several for a set. */
export function mentionsAt(
  sentence: SentenceGraph,
  finder: MentionFinder,
  { token, steps }: Reached,
): ReachedMention[] {
  const direct = finder.at(token)[0];
  if (direct !== undefined && !isUnnamed(sentence, direct)) return [{ mention: direct, steps }];
  const found = further(sentence, token).flatMap(({ method, token: next }) => {
    const mention = finder.at(next)[0];
    return mention === undefined ? [] : [{ mention, steps: [...steps, { method, token }] }];
  });
  if (found.length === 0) return direct === undefined ? [] : [{ mention: direct, steps }];
  const [first] = found;
  return found.filter((each) => each.steps.at(-1)!.method === first!.steps.at(-1)!.method);
}

/** A description of something without a name ("militants"): what it hangs together with may tell the name. */
const isUnnamed = ({ view }: SentenceGraph, mention: number): boolean => {
  const { entity, kind } = view.document.mentions[mention]!;
  const found = view.document.entities[entity!]!;
  return kind === 'nominal' && !found.named && found.type !== 'event' && found.type !== 'policy';
};

function further(sentence: SentenceGraph, token: number): TreeStep[] {
  const { view } = sentence;
  const step =
    (method: TreeStep['method']) =>
    (next: number): TreeStep => ({ method, token: next });
  const found = [
    ...dependents(sentence, token, APPOSITION),
    ...dependents(sentence, token, ACL)
      .filter((verb) => NAMING.has(view.lemma(verb)))
      .flatMap((verb) => dependents(sentence, verb, NAMED_AS)),
    ...(APPOS.has(labelOf(sentence, token)) ? [headOf(sentence, token)] : []),
  ].map(step('apposition'));
  if (REPRESENTATIVES.has(view.lemma(token))) {
    found.push(...dependents(sentence, token, COMPOUND).map(step('representative')));
    found.push(...dependents(sentence, token, OWNER).map(step('representative')));
    found.push(...phrases(sentence, token, MEMBER_OF).map(step('representative')));
  }
  if (PARTS.has(view.lemma(token)))
    found.push(...phrases(sentence, token, new Set(['of'])).map(step('partitive')));
  if (/S$/u.test(view.tag(token))) found.push(...phrases(sentence, token, SETS).map(step('set')));
  return found;
}

const phrases = (sentence: SentenceGraph, token: number, markers: ReadonlySet<string>): number[] =>
  sentence
    .below(token)
    .filter((edge) => NMOD.has(sentence.graph.label[edge]!) && markers.has(markerOf(sentence, edge)))
    .map((edge) => dependentOf(sentence, edge));
