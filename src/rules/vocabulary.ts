import { didYouMean } from '../faults/index.ts';
import type { UserError } from '../model/index.ts';
import type { FileDraft } from './draft.ts';
import { placeOf, userError } from './place.ts';
import { LENGTHS } from './schema/lengths.ts';

type Lists = ReadonlyMap<string, readonly string[]>;
/** A name in a file's scope: the file that declares it. */
type Scope = ReadonlyMap<string, FileDraft>;

const MAX_DEPTH = 50;

/**
 * What `$name` stands for in each file: its own vocabularies and those of the files it imports, theirs included, with the
 * entries `$other` written out.
 */
export function resolveVocabularies(
  imports: ReadonlyMap<FileDraft, readonly FileDraft[]>,
  errors: UserError[],
): (draft: FileDraft) => Lists {
  const scopes = new Map<FileDraft, Scope>();
  for (const draft of imports.keys()) scopes.set(draft, scopeOf(draft, imports, errors));
  const known = new Map<FileDraft, Map<string, readonly string[]>>();
  const expand = (draft: FileDraft, name: string, open: readonly string[]): readonly string[] => {
    const own = known.get(draft) ?? new Map<string, readonly string[]>();
    known.set(draft, own);
    const before = own.get(name);
    if (before) return before;
    const scope = scopes.get(draft) ?? new Map<string, FileDraft>();
    const way = `${draft.source.name} ${name}`;
    const entries = new Set<string>();
    (draft.vocabulary.get(name) ?? []).forEach((entry, index) => {
      if (!entry.startsWith('$')) return void entries.add(entry);
      const other = entry.slice(1);
      const from = scope.get(other);
      const fail = (message: string, hint: string): void =>
        void errors.push(userError(message, draft.yaml.at(['vocabulary', name, index]), hint));
      if (!from)
        return fail(
          `vocabulary "${entry}" is not declared`,
          didYouMean(other, scope.keys()) ?? 'declare it, or import the file that does',
        );
      if (open.length >= MAX_DEPTH)
        return fail(
          `vocabularies hold each other more than ${MAX_DEPTH} deep`,
          'write the entries out in one of them',
        );
      if ([...open, way].includes(`${from.source.name} ${other}`))
        return fail(`vocabulary "${entry}" holds itself`, 'take one of the two out of the other');
      for (const inner of expand(from, other, [...open, way])) entries.add(inner);
    });
    if (entries.size > LENGTHS.vocabulary)
      errors.push(
        userError(
          `vocabulary "${name}" has more than ${LENGTHS.vocabulary} entries`,
          draft.yaml.keyAt(['vocabulary', name]),
          'split it',
        ),
      );
    const list = [...entries].slice(0, LENGTHS.vocabulary);
    own.set(name, list);
    return list;
  };
  for (const [draft] of scopes) for (const name of draft.vocabulary.keys()) expand(draft, name, []);
  return (draft) =>
    new Map([...(scopes.get(draft) ?? [])].map(([name, from]) => [name, expand(from, name, [])]));
}

function scopeOf(
  draft: FileDraft,
  imports: ReadonlyMap<FileDraft, readonly FileDraft[]>,
  errors: UserError[],
): Scope {
  const scope = new Map<string, FileDraft>();
  const seen = new Set<FileDraft>();
  const open = [draft];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const name of next.vocabulary.keys()) declareIn(scope, name, next, draft, errors);
    open.push(...(imports.get(next) ?? []).toReversed());
  }
  return scope;
}

function declareIn(
  scope: Map<string, FileDraft>,
  name: string,
  from: FileDraft,
  draft: FileDraft,
  errors: UserError[],
): void {
  const before = scope.get(name);
  if (!before) scope.set(name, from);
  else if (before.vocabulary.get(name)?.join('\n') !== from.vocabulary.get(name)?.join('\n'))
    errors.push(
      userError(
        `vocabulary "${name}" means two things here: ${placeOf(before.yaml.keyAt(['vocabulary', name]))} and ${placeOf(from.yaml.keyAt(['vocabulary', name]))}`,
        before === draft ? draft.yaml.keyAt(['vocabulary', name]) : draft.yaml.at(['import']),
        'give one of them another name',
      ),
    );
}
