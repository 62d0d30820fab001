import { didYouMean } from '../faults/index.ts';
import type { Location, UserError } from '../model/index.ts';
import type { FileDraft } from './draft.ts';
import { placeOf, userError } from './place.ts';
import type { RelationDeclaration } from './ruleset.ts';
import type { Taxonomy } from './types.ts';

/** Declarations of all files; declared twice in different words is a fault. */
export function declareRelations(
  drafts: readonly FileDraft[],
  { members }: Taxonomy,
  errors: UserError[],
): Map<string, RelationDeclaration> {
  const declared = new Map<string, { relation: RelationDeclaration; written: string; at: () => Location }>();
  for (const draft of drafts) {
    for (const [name, written] of draft.relations) {
      const path = ['relations', name];
      const types = (end: 'source' | 'target' | 'named'): ReadonlySet<string> =>
        new Set(
          (written[end] ?? []).flatMap((type, index) => {
            const known = members.get(type);
            if (!known)
              errors.push(
                userError(
                  `there is no entity type "${type}"`,
                  draft.yaml.at([...path, end, index]),
                  didYouMean(type, members.keys()) ?? 'declare it under "types"',
                ),
              );
            return known ?? [];
          }),
        );
      const relation: RelationDeclaration = {
        name,
        source: types('source'),
        target: types('target'),
        named: types('named'),
        description: written.description ?? '',
        intent: written.intent ?? null,
        spokenFor: written.spokesmen === 'for-principal',
        symmetric: written.symmetric ?? false,
      };
      const text = JSON.stringify([
        [...relation.source].sort(),
        [...relation.target].sort(),
        [...relation.named].sort(),
        relation.symmetric,
      ]);
      const at = (): Location => draft.yaml.keyAt(path);
      const before = declared.get(name);
      if (!before) declared.set(name, { relation, written: text, at });
      // Whether spokesmen and intent count is for one declaration to say: a file that declares a built-in relation again need not know of it.
      else if (before.written === text)
        declared.set(name, {
          ...before,
          relation: {
            ...before.relation,
            spokenFor: before.relation.spokenFor || relation.spokenFor,
            // Whichever file comes first.
            intent: [before.relation.intent, relation.intent].includes('counts')
              ? 'counts'
              : (before.relation.intent ?? relation.intent),
          },
        });
      else if (before.written !== text)
        errors.push(
          userError(
            `relation "${name}" is declared otherwise in ${placeOf(before.at())}`,
            at(),
            'declare it once',
          ),
        );
    }
  }
  return new Map([...declared].map(([name, { relation }]) => [name, relation]));
}
