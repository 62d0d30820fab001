import { stringify } from 'yaml';
import type { Draft, DraftSentence } from './draft.ts';

const SCHEMA = '# yaml-language-server: $schema=node_modules/claimgraph/schemas/rules.schema.json';

/** Types that may act as one: a draft for one of them is for all. */
const ACTORS = new Set(['person', 'organization', 'group', 'location']);
const endType = (type: string): string => (ACTORS.has(type) ? 'actor' : type);

const PLAIN: Draft & { readonly match: DraftSentence } = {
  tokens: ['@source[role=subject] %vg [lemma=praise|applaud pos=VERB] @target'],
  tree: {
    trigger: { lemma: 'praise|applaud', pos: 'VERB' },
    source: { path: 'subject' },
    target: { path: 'object' },
  },
  sourceType: 'organization',
  targetType: 'organization',
  match: { text: 'Acme Holdings has praised the Blue Party.', source: 'Acme Holdings', target: 'Blue Party' },
};

/** A sentence of the draft's own that no rule may read: both ends, and nothing between them. */
const silent = ({ source, target }: DraftSentence): string => `${source} is not the same as ${target}.`;

/**
 * A rule file with one rule, its relation and its examples, which passes lint and test as it stands.
 *
 * @param name Of the relation; the rule is called `NAME-rule`.
 */
export function newRuleFile(name: string, sentence?: DraftSentence, draft?: Draft): string {
  const { tokens, tree, sourceType, targetType } = draft ?? PLAIN;
  const example = sentence ?? PLAIN.match;
  const value = {
    extract: 1,
    version: '0.1.0',
    relations: { [name]: { source: [endType(sourceType)], target: [endType(targetType)] } },
    rules: [
      {
        id: `${name}-rule`,
        relation: name,
        ...(tokens.length > 0 && { tokens }),
        ...(tree && { tree }),
        match: [example],
        'no-match': [silent(example)],
      },
    ],
  };
  return `${SCHEMA}\n${stringify(value, { lineWidth: 120 })}`;
}
