import { stringify } from 'yaml';
import { parseYaml, schemaFaults } from '../../faults/index.ts';
import type { PositionedYaml } from '../../faults/index.ts';
import { byCodeUnit, UserError, UserErrors } from '../../model/index.ts';
import type { DecidedThing, MergeDecision } from '../../model/index.ts';
import { DisjointSets } from '../join/groups.ts';
import { caseKey, meaning, notOverruled } from './decisions.ts';
import type { DoubtfulJoin } from './doubts.ts';
import { reviewSchema } from './schema.ts';
import type { ReviewCase } from './schema.ts';

const HEAD = ` Names that may mean one thing or several. Answer each case:
   accept   all of its things are one
   reject   no two of its things are one
   open     not answered; they stay apart
 Then run the same command again. Answers are kept. A thing without documents stands for that name in every article.
`;

/**
 * Reads a review file.
 *
 * @param file Named in errors.
 * @throws UserErrors with line and column for every fault, contradicting answers among them.
 */
export function parseReview(text: string, file: string): ReviewCase[] {
  const { yaml, errors } = parseYaml(file, text);
  if (!yaml) throw new UserErrors(errors);
  if (yaml.value === null) return [];
  const parsed = reviewSchema.safeParse(yaml.value);
  if (!parsed.success)
    throw new UserErrors(schemaFaults(parsed.error.issues, yaml, { schema: reviewSchema }));
  const { cases } = parsed.data;
  const contradictions = contradictionsIn(cases, yaml);
  if (contradictions.length > 0) throw new UserErrors(contradictions);
  return cases;
}

function contradictionsIn(cases: readonly ReviewCase[], yaml: PositionedYaml): UserError[] {
  const meanings = [...new Set(cases.flatMap(({ things }) => things.map(meaning)))];
  const number = new Map(meanings.map((text, i) => [text, i]));
  const numberOf = (thing: DecidedThing): number => number.get(meaning(thing)) ?? -1;
  const sets = new DisjointSets(meanings.length);
  for (const { answer, things } of cases) if (answer === 'accept') sets.unionAll(things.map(numberOf));
  return cases.flatMap(({ answer, things }, i) => {
    if (answer !== 'reject') return [];
    const one = things.findIndex((thing, t) =>
      things.slice(0, t).some((other) => sets.find(numberOf(other)) === sets.find(numberOf(thing))),
    );
    if (one === -1) return [];
    return [
      new UserError(
        `other answers say that "${things[one]?.name ?? ''}" is one with what it is kept from here`,
        {
          at: yaml.at(['cases', i, 'answer']),
          hint: 'change one of the answers',
        },
      ),
    ];
  });
}

/** The answers given. */
export const decisionsIn = (cases: readonly ReviewCase[]): MergeDecision[] =>
  cases.flatMap(({ answer, things }) => (answer === 'open' ? [] : [{ answer, things: [...things] }]));

/**
 * The cases to write back: those with an answer or a note as they stand, and what is doubtful now. Open cases that are no
 * longer in doubt go.
 *
 * @param carried Answers that graphs brought with them: listed, so that they can be changed.
 * @param sourcesOf Where a thing was read, by its documents or, without any, its name.
 */
export function updateReview(
  cases: readonly ReviewCase[],
  doubts: readonly DoubtfulJoin[],
  carried: readonly MergeDecision[],
  sourcesOf: (thing: DecidedThing) => readonly string[],
): ReviewCase[] {
  const own = cases.filter(({ answer, note }) => answer !== 'open' || note !== undefined);
  const kept = [...own, ...notOverruled(carried, own).map((decision): ReviewCase => ({ ...decision }))];
  const known = new Set(kept.map(({ things }) => caseKey(things)));
  const asked = doubts
    .filter(({ things }) => !known.has(caseKey(things)))
    .map(({ why, things }): ReviewCase => ({
      answer: 'open',
      why,
      things: things.map((thing) => ({ ...thing, in: [...sourcesOf(thing)] })),
    }));
  return [...kept, ...asked].sort(
    (a, b) => byCodeUnit(caseKey(a.things), caseKey(b.things)) || byCodeUnit(a.answer, b.answer),
  );
}

/** The file's text: what `parseReview` reads. */
export function formatReview(cases: readonly ReviewCase[]): string {
  const ordered = cases.map(({ answer, why, note, things }) => ({
    answer,
    ...(why !== undefined && { why }),
    ...(note !== undefined && { note }),
    things: things.map(({ type, name, documents, in: sources }) => ({
      type,
      name,
      ...(documents !== undefined && { documents }),
      ...(sources !== undefined && { in: sources }),
    })),
  }));
  const comment = HEAD.replace(/^/gmu, '#').replace(/#$/u, '');
  return comment + stringify({ 'extract-merges': 1, cases: ordered }, { lineWidth: 0 });
}
