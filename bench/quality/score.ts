import {
  overlaps,
  type EvidenceRecord,
  type NodeAttributes,
  type SerializedGraph,
  type Span,
} from '../../src/model/index.ts';
import type { LabelledDocument, LabelledMention, LabelledRelation } from './corpora/corpus.ts';
import { standsFor } from './heads.ts';
import { SCHEMES, type Scheme, type Task } from './tasks.ts';

/** What one sentence says of two nodes: all evidence of a task's relations between them, there. */
export interface Item {
  readonly source: string;
  readonly target: string;
  readonly evidence: readonly { readonly relation: string; readonly item: EvidenceRecord }[];
  readonly right: boolean;
}

export interface AskedRelation {
  readonly relation: LabelledRelation;
  readonly met: boolean;
  /** Whether both ends are of types that the task's relations take. */
  readonly inReach: boolean;
  /** Ends for which no node stands. */
  readonly missing: readonly LabelledMention[];
}

/** One document held against one task. */
export interface TaskScore {
  readonly document: LabelledDocument;
  readonly items: readonly Item[];
  /** Items on which the corpus is silent. */
  readonly uncounted: number;
  readonly asked: readonly AskedRelation[];
}

/** A node as far as one sentence knows it: where its names stand, in what words. */
interface End {
  readonly node: NodeAttributes;
  readonly spans: readonly Span[];
}

const startsLower = (text: string): boolean => /^\p{Lowercase}/u.test(text);

class Judge {
  private readonly document: LabelledDocument;
  private readonly task: Task;
  private readonly scheme: Scheme;
  private readonly nodes: ReadonlyMap<string, NodeAttributes>;

  constructor(document: LabelledDocument, task: Task, graph: SerializedGraph) {
    this.document = document;
    this.task = task;
    this.scheme = SCHEMES[task.corpus];
    this.nodes = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes]));
  }

  private stands({ node, spans }: End, mention: LabelledMention): boolean {
    const type = this.scheme.types[node.entity_type];
    return spans.some((span) => standsFor(this.document.text, span, type, mention, this.scheme));
  }

  /** The corpus's type for an end: of the mention it stands for, else by our own type; undefined where it marks no such thing. */
  private kindOf(end: End): string | undefined {
    const mention = this.document.mentions.find((each) => this.stands(end, each));
    if (mention) return mention.type;
    if (this.scheme.namesOnly && startsLower(end.node.label)) return undefined;
    return this.scheme.types[end.node.entity_type];
  }

  private end(key: string, own: Span): End {
    const node = this.nodes.get(key)!;
    return { node, spans: [own, ...node.mentions] };
  }

  isMissing(mention: LabelledMention): boolean {
    return ![...this.nodes.values()].some((node) => this.stands({ node, spans: node.mentions }, mention));
  }

  /** Relations of the corpus that a sentence's evidence says; null where the corpus marks no such things. */
  meets(source: string, target: string, evidence: EvidenceRecord): LabelledRelation[] | null {
    const ends = [
      this.end(source, spanOf(evidence.source)),
      this.end(target, spanOf(evidence.target)),
    ] as const;
    const { labels, eitherWay } = this.task;
    const found = this.document.relations.filter(
      (relation) =>
        labels.includes(relation.label) &&
        overlaps(stretch(relation), evidence) &&
        ((this.stands(ends[0], relation.source) && this.stands(ends[1], relation.target)) ||
          (eitherWay && this.stands(ends[1], relation.source) && this.stands(ends[0], relation.target))),
    );
    if (found.length > 0) return found;
    const [from, to] = ends.map((end) => this.kindOf(end));
    const foreign = !this.task.source.includes(from ?? '') || !this.task.target.includes(to ?? '');
    return foreign || this.isWithinOne(evidence) || this.shareOne(ends) ? null : [];
  }

  /** Whether the corpus takes both ends for one thing ("Tabqa Dam, Syria"). */
  private isWithinOne({ source, target }: EvidenceRecord): boolean {
    return this.document.mentions.some((mention) =>
      [source, target].every(([start, end]) => start >= mention.start && end <= mention.end),
    );
  }

  /** Whether a label joins one thing with both ends: "born in Niles, Ohio" says for the corpus that she lived in both, no more. */
  private shareOne(ends: readonly [End, End]): boolean {
    const { relations } = this.document;
    const sources = ends.map((end) =>
      relations
        .filter(({ label, target }) => label === this.task.shares && this.stands(end, target))
        .map(({ source }) => source),
    );
    return sources[0]?.some((source) => sources[1]?.includes(source)) ?? false;
  }
}

const spanOf = ([start, end]: readonly [number, number]): Span => ({ start, end });

const stretch = ({ source, target }: LabelledRelation): Span => ({
  start: Math.min(source.start, target.start),
  end: Math.max(source.end, target.end),
});

/** Relations annotated twice with ends cut a little differently are one. */
function distinct(relations: readonly LabelledRelation[]): LabelledRelation[] {
  const kept: LabelledRelation[] = [];
  for (const relation of relations) {
    const known = kept.some(
      ({ source, target }) => overlaps(source, relation.source) && overlaps(target, relation.target),
    );
    if (!known) kept.push(relation);
  }
  return kept;
}

const inReach = ({ source, target, eitherWay }: Task, relation: LabelledRelation): boolean => {
  const [from, to] = [relation.source.type, relation.target.type];
  return (
    (source.includes(from) && target.includes(to)) ||
    (eitherWay && source.includes(to) && target.includes(from))
  );
};

/** Evidence of a task's relations by sentence and nodes; denials are no statement of a relation and stay out. */
function statements(graph: SerializedGraph, relations: readonly string[]): Omit<Item, 'right'>[] {
  const found = new Map<
    string,
    { source: string; target: string; evidence: { relation: string; item: EvidenceRecord }[] }
  >();
  for (const { source, target, attributes } of graph.edges) {
    const { relation, status } = attributes;
    if (!relations.includes(relation) || status === 'negated') continue;
    for (const item of attributes.evidence) {
      const key = JSON.stringify([item.start, source, target]);
      const known = found.get(key);
      if (known) known.evidence.push({ relation, item });
      else found.set(key, { source, target, evidence: [{ relation, item }] });
    }
  }
  return [...found.values()];
}

/** Holds the graph of one document against its labels. */
export function scoreTask(task: Task, document: LabelledDocument, graph: SerializedGraph): TaskScore {
  const judge = new Judge(document, task, graph);
  const met = new Set<LabelledRelation>();
  const items: Item[] = [];
  let uncounted = 0;
  for (const statement of statements(graph, task.relations)) {
    const verdicts = statement.evidence.map(({ item }) =>
      judge.meets(statement.source, statement.target, item),
    );
    const relations = verdicts.flatMap((found) => found ?? []);
    for (const relation of relations) met.add(relation);
    const silent = verdicts.every((found) => found === null);
    if (silent || (relations.length > 0 && relations.every(({ doubtful }) => doubtful))) uncounted += 1;
    else items.push({ ...statement, right: relations.length > 0 });
  }
  const labelled = document.relations.filter(({ label }) => task.labels.includes(label));
  // A relation that is met stands for those that say the same with other words.
  const sorted = [...labelled.filter((each) => met.has(each)), ...labelled.filter((each) => !met.has(each))];
  const asked = distinct(sorted.filter(({ doubtful }) => !doubtful)).map((relation) => ({
    relation,
    met: met.has(relation),
    inReach: inReach(task, relation),
    missing: [relation.source, relation.target].filter((mention) => judge.isMissing(mention)),
  }));
  return { document, items, uncounted, asked };
}
