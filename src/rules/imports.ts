import { posix } from 'node:path';
import { didYouMean } from '../faults/index.ts';
import type { UserError } from '../model/index.ts';
import type { FileDraft } from './draft.ts';
import { userError } from './place.ts';
import type { RuleSource } from './source.ts';

/** Why a path can't be imported, judged by the path alone; null where it may be. */
export function importFault(path: string): { readonly message: string; readonly hint: string } | null {
  const hint = 'a file imports what stands in its own folder or below';
  if (/^(?:[\\/]|[A-Za-z]:|~)/u.test(path) || /^[a-z][a-z0-9+.-]*:/iu.test(path))
    return { message: 'an import is a path from the folder of this file', hint };
  if (path.includes('\\')) return { message: 'an import is written with "/"', hint };
  if (path.includes('\0')) return { message: 'an import holds a character that no path has', hint };
  if (path.split('/').includes('..')) return { message: 'an import may not lead out of its folder', hint };
  if (!/\.ya?ml$/u.test(path)) return { message: 'an import is a .yaml or .yml file', hint };
  return null;
}

/** The name under which an imported file goes, where the reader gave it no other. */
const nameOf = ({ name }: RuleSource, path: string): string =>
  name.startsWith('builtin:')
    ? `builtin:${path.replace(/^\.\//u, '').replace(/\.ya?ml$/u, '')}`
    : posix.join(posix.dirname(name), path);

/** The loaded files that a file may import, as it would write them. */
function importable({ source }: FileDraft, names: Iterable<string>): string[] {
  const own = posix.normalize(source.name);
  const folder = own.includes('/') ? `${posix.dirname(own)}/` : '';
  return [...names]
    .filter((name) => name !== own && name.startsWith(folder))
    .map((name) => name.slice(folder.length));
}

/** The files that each file imports, in the order written. What is missing, not allowed, or leads in a circle is a fault. */
export function resolveImports(
  drafts: readonly FileDraft[],
  broken: ReadonlySet<string>,
  errors: UserError[],
): ReadonlyMap<FileDraft, readonly FileDraft[]> {
  const byName = new Map(drafts.map((draft) => [posix.normalize(draft.source.name), draft]));
  const imports = new Map<FileDraft, FileDraft[]>();
  for (const draft of drafts) {
    const found: FileDraft[] = [];
    draft.imports.forEach((path, index) => {
      const fail = (message: string, hint: string): void =>
        void errors.push(userError(message, draft.yaml.at(['import', index]), hint));
      const fault = importFault(path);
      if (fault) return fail(fault.message, fault.hint);
      const target = draft.source.imports?.get(path) ?? nameOf(draft.source, path);
      if (typeof target !== 'string') return fail(target.fault, target.hint);
      const imported = byName.get(posix.normalize(target));
      if (imported) found.push(imported);
      else if (!broken.has(target))
        fail(
          `there is no rule file "${path}"`,
          didYouMean(path, importable(draft, byName.keys())) ??
            'name a file in the folder of this one or below',
        );
    });
    imports.set(draft, found);
  }
  reportCycles(imports, errors);
  return imports;
}

function reportCycles(imports: ReadonlyMap<FileDraft, readonly FileDraft[]>, errors: UserError[]): void {
  const done = new Set<FileDraft>();
  const path: FileDraft[] = [];
  const visit = (draft: FileDraft): void => {
    if (done.has(draft)) return;
    path.push(draft);
    (imports.get(draft) ?? []).forEach((next, index) => {
      const start = path.indexOf(next);
      if (start < 0) return visit(next);
      const circle = [...path.slice(start), next].map(({ source }) => source.name).join(' > ');
      errors.push(
        userError(
          `this import leads in a circle: ${circle}`,
          draft.yaml.at(['import', index]),
          'take one import out',
        ),
      );
    });
    path.pop();
    done.add(draft);
  };
  for (const draft of imports.keys()) visit(draft);
}
