import type { Baseline } from './baseline.ts';
import type { Evaluation } from './evaluate.ts';
import type { Prf } from './figures.ts';
import { round3 } from './python.ts';

/** A figure then and now; one that only one of the two reports has is compared with zero. */
export interface FigureChange {
  readonly name: string;
  readonly before: Prf;
  readonly after: Prf;
  /** Change of F1. */
  readonly change: number;
}

/** A relation of one article, by names. */
export interface ChangedRelation {
  readonly document: string;
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  /** Rules that gave or give the edge, where there is one. */
  readonly rules: readonly string[];
  readonly quote?: string;
}

/** What changed since an earlier report of the same articles. */
export interface Comparison {
  /** Articles of the earlier report. */
  readonly documents: number;
  readonly figures: readonly FigureChange[];
  /** Gold relations met now that were not met before. */
  readonly gained: readonly ChangedRelation[];
  readonly lost: readonly ChangedRelation[];
  /** Wrong edges (wrong relation, ends or status, or one edge too many) that were not there before. */
  readonly newlyWrong: readonly ChangedRelation[];
  readonly noLongerWrong: readonly ChangedRelation[];
}

const NOTHING: Prf = { precision: 0, recall: 0, f1: 0 };

type Report = Baseline | Evaluation;

function figureRows({ figures }: Report): Map<string, Prf> {
  const { entities, typed, core, all, relations } = figures;
  return new Map<string, Prf>([
    ['entities', entities],
    ['entities, typed', typed],
    ['core', core],
    ['all', all],
    ...Object.entries(relations),
  ]);
}

function figureChanges(before: Report, after: Report): FigureChange[] {
  const [old, now] = [figureRows(before), figureRows(after)];
  return [...new Set([...now.keys(), ...old.keys()])].map((name) => {
    const was = prfOf(old.get(name));
    const is = prfOf(now.get(name));
    return { name, before: was, after: is, change: round3(is.f1 - was.f1) };
  });
}

const prfOf = ({ precision, recall, f1 }: Prf = NOTHING): Prf => ({ precision, recall, f1 });

interface Ends {
  readonly kind: string;
  readonly relation?: string | undefined;
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly status?: string | undefined;
}

const endsOf = ({ relation = '', source = '', target = '', status = '' }: Ends) => ({
  relation,
  source,
  target,
  status,
});

const keyOf = ({ document, relation, source, target, status }: ChangedRelation): string =>
  JSON.stringify([document, relation, source, target, status]);

const hitsOf = ({ hits }: Report): ChangedRelation[] =>
  hits.map(({ document, gold, edge }) => ({
    document,
    ...endsOf(gold),
    rules: 'rules' in edge ? (edge.rules ?? []) : [],
  }));

const wrongOf = ({ errors }: Report): ChangedRelation[] =>
  errors.flatMap(({ document, predicted = [], quote }) =>
    (predicted as readonly (Ends & { readonly rules?: readonly string[] | undefined })[])
      .filter(({ kind }) => kind === 'edge')
      .map((edge) => ({
        document,
        ...endsOf(edge),
        rules: edge.rules ?? [],
        ...(quote !== undefined && { quote }),
      })),
  );

/** What `these` hold more often than `those`. */
function beyond(these: readonly ChangedRelation[], those: readonly ChangedRelation[]): ChangedRelation[] {
  const left = new Map<string, number>();
  for (const item of those) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return these.filter((item) => {
    const count = left.get(keyOf(item)) ?? 0;
    left.set(keyOf(item), count - 1);
    return count <= 0;
  });
}

/** Relations and edges go by the names of their ends, so that a key that changed is no change. */
export function compareEvaluations(before: Baseline, after: Evaluation): Comparison {
  const [hitsBefore, hitsAfter] = [hitsOf(before), hitsOf(after)];
  const [wrongBefore, wrongAfter] = [wrongOf(before), wrongOf(after)];
  return {
    documents: before.figures.documents,
    figures: figureChanges(before, after),
    gained: beyond(hitsAfter, hitsBefore),
    lost: beyond(hitsBefore, hitsAfter),
    newlyWrong: beyond(wrongAfter, wrongBefore),
    noLongerWrong: beyond(wrongBefore, wrongAfter),
  };
}
