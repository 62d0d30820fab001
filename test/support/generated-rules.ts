import type { RuleSource } from '../../src/rules/index.ts';

/** Rules of one file: more would be no file that a person keeps. */
const PER_FILE = 2_500;

const STEMS =
  'fund arm train shelter host sue jail arrest detain praise endorse visit invite thank warn threaten shell bomb raid seize capture block fine audit inspect buy merge hire fire meet call tell ask join leave back brief court'.split(
    ' ',
  );
const NOUNS =
  'deal office bill aid base school camp plan vote law talk claim report case post role seat team border port army city'.split(
    ' ',
  );
const PREFIXES = ['', 're', 'out', 'over', 'under', 'co', 'pre', 'un', 'mis', 'fore', 'inter', 'counter'];

/** A verb by number: the first ones are verbs of the news, later ones rarer words made of them. */
const verb = (n: number): string => {
  const turn = Math.floor(n / STEMS.length);
  const prefix = PREFIXES[turn % PREFIXES.length] ?? '';
  const round = Math.floor(turn / PREFIXES.length);
  return `${prefix}${STEMS[n % STEMS.length] ?? ''}${round === 0 ? '' : `-${NOUNS[round % NOUNS.length] ?? ''}${round >= NOUNS.length ? String(round) : ''}`}`;
};
const noun = (n: number): string => NOUNS[n % NOUNS.length] ?? '';

const EXAMPLES = `    match:
      - text: France and Germany financed the summit.
        source: Germany
        target: the summit
    no-match:
      - France praised the summit.
`;

/** One rule as a user would write it: tokens or a tree, about one verb, a noun in some, a vocabulary in some. */
function rule(n: number): string {
  const head = `  - id: rule-${String(n)}\n    relation: relation-${String(n % 20)}\n    description: Who ${verb(n)}s whom.\n`;
  switch (n % 5) {
    case 0:
      return `${head}    tokens: "@source[role=subject] %vg [lemma=${verb(n)} pos=VERB] @target"\n${EXAMPLES}`;
    case 1:
      return `${head}    tree:\n      trigger: { lemma: ${verb(n)}, pos: VERB }\n      source: { path: subject }\n      target: { path: object }\n${EXAMPLES}`;
    case 2:
      return `${head}    tokens:\n      - "@source %vg [lemma=${verb(n)}|${verb(n + 7)} pos=VERB] (the|a)? ${noun(n)} ..{0,4} (of|with|for) @target"\n      - "@target %vg [lemma=${verb(n)} pos=VERB] by @source"\n${EXAMPLES}`;
    case 3:
      return `${head}    confidence: 0.7\n    tree:\n      trigger: { lemma: [${verb(n)}, ${verb(n + 3)}], pos: VERB }\n      with: { path: object, lemma: ${noun(n)}|${noun(n + 5)} }\n      source: { path: subject }\n      target: { path: "prep:with|prep:for" }\n    exclude: "no ${noun(n)}"\n${EXAMPLES}`;
    default:
      return `${head}    tokens: "@source[role=subject] %vg [lemma=$verbs-${String(n % 50)} pos=VERB] ${noun(n)}? (against|to) @target"\n${EXAMPLES}`;
  }
}

/** Files with `count` rules in all, always the same ones: varied verbs, vocabularies, patterns over tokens and trees, examples. */
export function ruleFiles(count: number): RuleSource[] {
  const relations = Array.from(
    { length: 20 },
    (_, i) => `  relation-${String(i)}: { source: [actor], target: [actor, event, policy] }\n`,
  ).join('');
  const files: RuleSource[] = [];
  for (let first = 0; first < count; first += PER_FILE) {
    const size = Math.min(PER_FILE, count - first);
    const vocabulary = Array.from(
      { length: 50 },
      (_, i) => `  verbs-${String(i)}: [${verb(first + i)}, ${verb(first + i * 11)}, carry out]\n`,
    ).join('');
    const rules = Array.from({ length: size }, (_, i) => rule(first + i)).join('');
    files.push({
      name: `generated-${String(files.length)}.yaml`,
      text: `extract: 1\nversion: 1.0.0\nvocabulary:\n${vocabulary}relations:\n${relations}rules:\n${rules}`,
    });
  }
  return files;
}
