import type { Mention } from '../model/index.ts';
import { ENHANCED_DEPREL } from '../language/index.ts';
import { sentenceGraph } from './tree/graph.ts';
import { dependentOf, headOf, headOfEdge, markerOf } from './tree/graph.ts';
import type { SentenceGraph } from './tree/graph.ts';
import { objectsOf } from './tree/objects.ts';
import { subjectsOf } from './tree/subjects.ts';
import { viewDocument } from './view.ts';
import type { DocumentView, MatchableDocument } from './view.ts';

/** Words between the ends that a draft keeps; the others are read over by a gap. */
const KEPT = new Set(['VERB', 'ADP', 'SCONJ', 'NOUN', 'PART']);

/** Patterns that read the relation between two mentions of a sentence, in the words that stand there. */
export function draftPatterns(
  document: MatchableDocument,
  source: Mention,
  target: Mention,
): { readonly tokens: readonly string[]; readonly tree: object | null } {
  const view = viewDocument(document);
  const graph = sentenceGraph(view, source.sentence);
  const tokens = tokenDraft(view, source, target);
  return { tokens: tokens === null ? [] : [tokens], tree: graph && treeDraft(graph, source, target) };
}

/** The lemmas of the verbs, nouns and prepositions between the two ends, `%vg` before a verb. */
function tokenDraft(view: DocumentView, source: Mention, target: Mention): string | null {
  const [first, second] = source.firstToken < target.firstToken ? [source, target] : [target, source];
  const words: string[] = [];
  let skipped = 0;
  let content = false;
  for (let token = first.endToken; token < second.firstToken; token++) {
    const pos = view.pos(token);
    if (pos === 'AUX' && words.length === 0) continue;
    if (!KEPT.has(pos)) {
      // What stands before the second end belongs to its phrase, which is read over anyway.
      skipped++;
      continue;
    }
    if (skipped > 0 && words.length > 0) words.push(`..{0,${Math.min(skipped + 2, 20)}}`);
    skipped = 0;
    content ||= pos === 'VERB' || pos === 'NOUN';
    if (pos === 'VERB')
      words.push(`${words.length === 0 ? '%vg ' : ''}[lemma=${quotedWord(view.lemma(token))} pos=VERB]`);
    else words.push(pos === 'NOUN' ? `[lemma=${quotedWord(view.lemma(token))}]` : `"${view.word(token)}"`);
  }
  if (!content) return null;
  const [a, b] = first === source ? ['@source', '@target'] : ['@target', '@source'];
  return `${a} ${words.join(' ')} ${b}`;
}

const quotedWord = (word: string): string =>
  /^[\p{L}\p{N}-]+$/u.test(word) ? word : `"${word.replaceAll('"', '')}"`;

/** The word from which the shortest ways lead to both heads, and those ways. */
function treeDraft(graph: SentenceGraph, source: Mention, target: Mention): object | null {
  const { view, firstToken } = graph;
  let best: { readonly hops: number; readonly tree: object } | null = null;
  for (let token = firstToken; token < firstToken + graph.tree.length; token++) {
    const pos = view.pos(token);
    if ((pos !== 'VERB' && pos !== 'NOUN') || inside(source, token) || inside(target, token)) continue;
    const [from, to] = [
      pathTo(graph, token, topOf(graph, source)),
      pathTo(graph, token, topOf(graph, target)),
    ];
    if (!from || !to) continue;
    const hops = from.length + to.length;
    if (best && best.hops <= hops) continue;
    const trigger = { lemma: view.lemma(token), pos };
    best = { hops, tree: { trigger, source: { path: from.join(' > ') }, target: { path: to.join(' > ') } } };
  }
  return best?.tree ?? null;
}

/** The word of a mention on which all its others hang. */
function topOf(graph: SentenceGraph, mention: Mention): number {
  for (let token = mention.firstToken; token < mention.endToken; token++)
    if (!inside(mention, headOf(graph, token))) return token;
  return mention.head;
}

const inside = ({ firstToken, endToken }: Mention, token: number): boolean =>
  firstToken <= token && token < endToken;

const MAX_HOPS = 4;

/** The shortest way from a word down to another, `subject` and `object` where they lead there. */
function pathTo(graph: SentenceGraph, from: number, to: number): string[] | null {
  const seen = new Set([from]);
  let open: { readonly token: number; readonly path: readonly string[] }[] = [{ token: from, path: [] }];
  for (let hop = 0; hop < MAX_HOPS && open.length > 0; hop++) {
    const next: typeof open = [];
    for (const { token, path } of open) {
      for (const [name, reached] of hopsFrom(graph, token)) {
        if (reached === to) return [...path, name];
        if (seen.has(reached)) continue;
        seen.add(reached);
        next.push({ token: reached, path: [...path, name] });
      }
    }
    open = next;
  }
  return null;
}

function hopsFrom(graph: SentenceGraph, token: number): (readonly [string, number])[] {
  const edges = graph.below(token).filter((edge) => headOfEdge(graph, edge) === token);
  return [
    ...subjectsOf(graph, token).map((reached) => ['subject', reached.token] as const),
    ...objectsOf(graph, token).map((reached) => ['object', reached.token] as const),
    ...edges.map((edge) => {
      const label = ENHANCED_DEPREL[graph.graph.label[edge]!]!;
      const marker = markerOf(graph, edge);
      const name =
        marker === '' ? label : label === 'obl' || label === 'nmod' ? `prep:${marker}` : `${label}:${marker}`;
      return [name, dependentOf(graph, edge)] as const;
    }),
  ];
}
