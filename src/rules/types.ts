import { didYouMean } from '../faults/index.ts';
import { byCodeUnit, ENTITY_TYPES, type UserError } from '../model/index.ts';
import type { Location } from '../model/index.ts';
import type { FileDraft } from './draft.ts';
import { placeOf, userError } from './place.ts';

type BuiltinType = (typeof ENTITY_TYPES)[number];

/** Entity types of a run: those that come with the program and those that rule files declare. */
export interface Taxonomy {
  /** Types, and classes of types (`actor`), each with the types it stands for: itself and all kinds of it. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The types an entity can have. */
  readonly types: readonly string[];
  /** The built-in type that each type is a kind of; null where it is a kind of none or of more than one. */
  readonly builtin: ReadonlyMap<string, BuiltinType | null>;
}

/** Types that act together as one in declarations; no entity has such a type by itself. */
const CLASSES: Readonly<Record<string, readonly BuiltinType[]>> = {
  actor: ['person', 'organization', 'group', 'location'],
};

interface Declared {
  readonly parents: readonly string[];
  readonly at: () => Location;
}

/** The classes that a built-in type belongs to. */
const classesOf = (type: string): readonly string[] =>
  Object.keys(CLASSES).filter((name) => CLASSES[name]?.some((member) => member === type));

const isBuiltin = (name: string): name is BuiltinType => ENTITY_TYPES.some((type) => type === name);

/** Reads the type declarations of all files. One that is declared twice in different words, or is a kind of itself, is a fault. */
export function declareTypes(drafts: readonly FileDraft[], errors: UserError[]): Taxonomy {
  const declared = collect(drafts, errors);
  const names = [...ENTITY_TYPES, ...Object.keys(CLASSES), ...declared.keys()];
  for (const draft of drafts)
    for (const [name, { is }] of draft.types)
      parentsOf(is).forEach((parent, index) => {
        if (names.includes(parent)) return;
        const path = ['types', name, 'is'];
        const at = draft.yaml.at(typeof is === 'string' ? path : [...path, index]);
        const hint = didYouMean(parent, names) ?? 'declare it under "types"';
        errors.push(userError(`there is no entity type "${parent}"`, at, hint));
      });
  reportCycles(declared, errors);
  const members = new Map<string, Set<string>>(names.map((name) => [name, new Set(CLASSES[name] ?? [name])]));
  for (const name of declared.keys())
    for (const ancestor of ancestorsOf(name, declared)) members.get(ancestor)?.add(name);
  return {
    members: new Map([...members].map(([name, types]) => [name, [...types]])),
    types: [...ENTITY_TYPES, ...declared.keys()],
    builtin: new Map<string, BuiltinType | null>([
      ...ENTITY_TYPES.map((type) => [type, type] as const),
      ...[...declared.keys()].map((name) => {
        const found = [...ancestorsOf(name, declared)].filter(isBuiltin);
        return [name, found.length === 1 ? found[0]! : null] as const;
      }),
    ]),
  };
}

const parentsOf = (is: string | readonly string[] | undefined): readonly string[] =>
  is === undefined ? [] : typeof is === 'string' ? [is] : is;

function collect(drafts: readonly FileDraft[], errors: UserError[]): Map<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const draft of drafts) {
    for (const [name, { is }] of draft.types) {
      const at = (): Location => draft.yaml.keyAt(['types', name]);
      const parents = [...parentsOf(is)].sort();
      const before = declared.get(name);
      if (isBuiltin(name) || name in CLASSES)
        errors.push(userError(`"${name}" comes with the program`, at(), 'give the new type another name'));
      else if (!before) declared.set(name, { parents, at });
      else if (before.parents.join() !== parents.join())
        errors.push(
          userError(
            `type "${name}" is declared otherwise in ${placeOf(before.at())}`,
            at(),
            'declare it once',
          ),
        );
    }
  }
  return declared;
}

/** Everything that a declared type is a kind of, without itself unless it is by way of others. */
function ancestorsOf(name: string, declared: ReadonlyMap<string, Declared>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(declared.get(name)?.parents ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(declared.get(next)?.parents ?? classesOf(next)));
  }
  return found;
}

/** Each circle once, at the type that comes first by name. */
function reportCycles(declared: ReadonlyMap<string, Declared>, errors: UserError[]): void {
  const told = new Set<string>();
  for (const [name, { at }] of [...declared].sort(([a], [b]) => byCodeUnit(a, b))) {
    const above = ancestorsOf(name, declared);
    if (!above.has(name) || told.has(name)) continue;
    const circle = [...above].filter((other) => other !== name && ancestorsOf(other, declared).has(name));
    for (const member of circle) told.add(member);
    const others = circle.length > 0 ? `, by way of ${circle.sort(byCodeUnit).join(', ')}` : '';
    errors.push(
      userError(`type "${name}" is a kind of itself${others}`, at(), 'take one "is" out of the circle'),
    );
  }
}
