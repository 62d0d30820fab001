import { stringify } from 'yaml';
import type { Path } from '../faults/index.ts';
import type { FileDraft } from './draft.ts';
import type { CheckedRules } from './load.ts';
import { placeOf } from './place.ts';

/**
 * A rule as it is written, under a comment that says where, with the vocabularies its patterns name; null where there is none of
 * that id. As YAML: what a user would copy into a file of their own.
 */
export function ruleText({ drafts }: CheckedRules, id: string): string | null {
  for (const draft of drafts) {
    const found = [...draft.rules, ...draft.suppressions, ...draft.entityRules].find(
      ({ rule }) => rule.id === id,
    );
    if (found)
      return `# ${placeOf(draft.yaml.at([...found.path, 'id']))}\n${stringify(written(draft, found.path), { lineWidth: 120 })}`;
  }
  return null;
}

type Mapping = Readonly<Record<string, unknown>>;

function written({ yaml, vocabulary }: FileDraft, path: Path): Mapping {
  const rule = path.reduce<unknown>(
    (value, step) => (value as Mapping)[step as string],
    yaml.value,
  ) as Mapping;
  const text = JSON.stringify(rule);
  const used = [...vocabulary].filter(([name]) => new RegExp(`\\$${name}(?![\\w-])`, 'u').test(text));
  return used.length > 0 ? { vocabulary: Object.fromEntries(used), ...rule } : rule;
}
