import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError, UserErrors } from '../../src/model/index.ts';
import { builtinRuleSources, compileRules, readRuleSources, readSources } from '../../src/rules/index.ts';

/** The faults of a file as `line:column message; hint`. */
function faults(text: string, disabled: readonly string[] = []): string[] {
  try {
    compileRules([{ name: 'f.yaml', text }], { disabled });
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    return error.errors.map(({ at, message, hint }) =>
      [at ? `${at.line}:${at.column} ` : '', message, hint ? `; ${hint}` : ''].join(''),
    );
  }
  return [];
}

const HEAD = `extract: 1
vocabulary:
  claim: [claim, admit]
relations:
  says: { source: [actor], target: [event] }
rules:
`;
const rule = (line: string): string => `${HEAD}  - ${line}\n`;
const withTokens = (scalar: string): string[] => faults(rule(`{ id: a, relation: says, tokens: ${scalar} }`));

describe('files', () => {
  it('reads a file of rules, and a file that is one rule', () => {
    expect(faults(rule('{ id: a, relation: says, tokens: "@source claimed @target" }'))).toEqual([]);
    const single =
      'extract: 1\nrelations: { says: { source: [actor], target: [event] } }\nid: a\nrelation: says\ntokens: "@source claimed @target"\n';
    expect(compileRules([{ name: 'f.yaml', text: single }]).rules.map(({ id }) => id)).toEqual(['a']);
  });

  it('wants the version of the language', () => {
    expect(faults('rules: []\n')).toEqual([
      '1:1 the version of the rule language is missing; write "extract: 1" on top of the file',
    ]);
    expect(faults('extract: 2\n')).toEqual([
      '1:10 version 2 of the rule language is not supported; this program reads "extract: 1"',
    ]);
  });

  it('refuses what is no mapping', () => {
    expect(faults('')).toEqual(['1:1 this rule file is empty; start it with "extract: 1"']);
    expect(faults('- a\n')).toEqual([
      '1:1 a rule file is a mapping of keys to values; start it with "extract: 1"',
    ]);
  });

  it('points at what is not YAML', () => {
    expect(faults('extract: 1\nrules: [\n')).toEqual([expect.stringMatching(/^3:1 not valid YAML: /u)]);
    expect(faults('extract: 1\nextract: 1\n')).toEqual([expect.stringMatching(/^2:1 not valid YAML: /u)]);
    expect(faults('extract: 1\nname: !!js/function "x"\n')).toEqual([
      expect.stringMatching(/^2:7 not valid YAML: /u),
    ]);
  });

  it('refuses alias bombs and bottomless nesting', () => {
    const bomb = `extract: 1\nname: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n`;
    expect(faults(bomb)).toEqual(['1:1 this file has too many aliases; write the values out']);
    for (const opening of ['[', '{a: ', '? ', '- '])
      expect(faults(`extract: 1\nrules:\n  ${opening.repeat(100_000)}`)).toEqual([
        expect.stringMatching(/^3:\d+ this file is nested too deeply; nest its lists and mappings less$/u),
      ]);
  });

  it('refuses a file above the limit', () => {
    expect(() => compileRules([{ name: 'f.yaml', text: `#${'x'.repeat(4 * 1024 * 1024)}` }])).toThrow(
      /larger than 4 MB/u,
    );
  });

  it('records version and hash of each file', () => {
    const { files } = compileRules([{ name: 'f.yaml', text: 'extract: 1\nversion: 1.2.3\n' }]);
    expect(files).toEqual([
      { file: 'f.yaml', version: '1.2.3', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    ]);
  });
});

describe('keys and values', () => {
  it('points at an unknown key and names the one meant', () => {
    expect(faults('extract: 1\nrelation-s: {}\n')).toEqual([
      '2:1 unknown key "relation-s"; did you mean "relations"?',
    ]);
    expect(faults(rule('{ id: a, relation: says, token: "@source x @target" }'))).toEqual([
      '7:5 a rule has "tokens", "tree", or both; this one has neither; write a pattern, such as tokens: "@source [lemma=fund pos=VERB] @target"',
      '7:30 unknown key "token"; did you mean "tokens"?',
    ]);
  });

  it('points at unknown keys of relations and examples', () => {
    expect(faults('extract: 1\nrelations:\n  says: { source: [actor], targets: [event] }\n')).toContain(
      '3:28 unknown key "targets"; did you mean "target"?',
    );
    expect(
      faults(
        rule(
          '{ id: a, relation: says, tokens: "@source x @target", match: [{ text: a, source: b, targt: c }] }',
        ),
      ),
    ).toContain('7:89 unknown key "targt"; did you mean "target"?');
  });

  it('points at a value of the wrong form', () => {
    expect(faults(rule('{ id: A B, relation: says, tokens: "@source x @target" }'))).toEqual([
      expect.stringMatching(/^7:11 a rule id is written in lower case/u),
    ]);
    expect(faults(rule('{ id: a, relation: says, tokens: "@source x @target", confidence: 2 }'))).toEqual([
      '7:71 "confidence" must be at most 1; lower it',
    ]);
    expect(faults(rule('{ id: a, relation: says, tokens: "@source x @target", status: negatd }'))).toEqual([
      '7:67 "status" can\'t be "negatd"; did you mean "negated"?',
    ]);
    expect(faults(rule('{ id: a, relation: says, tokens: 3 }'))).toEqual([
      '7:38 "tokens" must be a string or a list, not a number; such as @source claimed responsibility for @target',
    ]);
    expect(faults('extract: 1\nrules: 3\n')).toEqual(['2:8 "rules" must be a list, not a number; write one']);
  });

  it('points at unknown types', () => {
    expect(faults('extract: 1\nrelations:\n  says: { source: [actr], target: [event] }\n')).toEqual([
      '3:20 there is no entity type "actr"; did you mean "actor"?',
    ]);
  });

  it('points at an undeclared relation', () => {
    expect(faults(rule('{ id: a, relation: say, tokens: "@source x @target" }'))).toEqual([
      '7:24 relation "say" is not declared; did you mean "says"?',
    ]);
  });

  it('names both places of an id used twice', () => {
    const text = `${rule('{ id: a, relation: says, tokens: "@source x @target" }')}  - { id: a, relation: says, tokens: "@source y @target" }\n`;
    expect(faults(text)).toEqual([
      '8:11 rule id "a" is used already in f.yaml:7:11; give one of them another id',
    ]);
  });

  it('names both places of a relation declared in two ways', () => {
    const declare = (name: string, type: string) => ({
      name,
      text: `extract: 1\nrelations:\n  says: { source: [${type}], target: [event] }\n`,
    });
    expect(() => compileRules([declare('b.yaml', 'person'), declare('a.yaml', 'actor')])).toThrow(
      'b.yaml:3:3: relation "says" is declared otherwise in a.yaml:3:3; declare it once',
    );
    expect(() => compileRules([declare('b.yaml', 'actor'), declare('a.yaml', 'actor')])).not.toThrow();
  });

  it('knows what can be disabled', () => {
    const text = rule('{ id: claim-one, relation: says, tokens: "@source x @target" }');
    expect(faults(text, ['claim-on'])).toEqual([
      'no rule is called "claim-on", so it can\'t be disabled; did you mean "claim-one"?',
    ]);
    expect(compileRules([{ name: 'f.yaml', text }], { disabled: ['claim-one'] }).rules).toEqual([]);
  });

  it('reports every fault of every file, in order', () => {
    const text = rule('{ id: a, relation: say, tokens: ["@source x", "x @target"], colour: red }');
    const other = rule('{ id: b, relation: say, tokens: ["@source x", "x @target"] }');
    try {
      compileRules([
        { name: 'z.yaml', text },
        { name: 'b.yaml', text: other },
      ]);
      expect.unreachable();
    } catch (error) {
      const places = (error as UserErrors).errors.map(({ at }) => `${at?.file}:${at?.line}:${at?.column}`);
      const own = ['7:24', '7:39', '7:52'];
      expect(places).toEqual([
        ...own.map((at) => `b.yaml:${at}`),
        ...own.map((at) => `z.yaml:${at}`),
        'z.yaml:7:65',
      ]);
    }
  });
});

describe('patterns', () => {
  // The pattern starts in column 38 of line 7, its first character in column 39.
  it.each([
    [
      '"@source claimed"',
      '7:39 pattern: @target is missing in this pattern; write @target where the target of the relation stands',
    ],
    [
      '"@source x @target @target"',
      '7:39 pattern: @target stands in this pattern more than once on one way through it; leave one, and write #type for the others',
    ],
    [
      '"@source x @target?"',
      '7:39 pattern: @target is missing on one way through this pattern; write it in each alternative, and outside what may be left out',
    ],
    [
      '"@source !( @target ) @target"',
      '7:39 pattern: an argument can not stand inside !( ); use #type there',
    ],
    [
      '"@source ( x @target"',
      '7:47 pattern: this bracket is never closed: ")" is missing; write ")" where it ends',
    ],
    [
      '"@source x ) @target"',
      '7:49 pattern: ")" can\'t stand here; take it out, or quote it if the sign itself is meant: ")"',
    ],
    [
      '"@source [lemma=x @target"',
      '7:56 pattern: a condition such as lemma=claim is expected here; one of word, form, lemma, pos, tag, then "=" and a value',
    ],
    [
      '"@source [lemma=x"',
      '7:47 pattern: this bracket is never closed: "]" is missing; write "]" where it ends',
    ],
    ['"@source [lema=x] @target"', '7:48 pattern: there is no condition "lema"; did you mean "lemma"?'],
    ['"@source [lemma] @target"', '7:53 pattern: "=" or "!=" is missing after "lemma"; such as lemma=…'],
    [
      '"@source [pos=VRB] @target"',
      '7:52 pattern: "VRB" is no universal part of speech; did you mean "VERB"?',
    ],
    ['"@source [tag=VX] @target"', '7:52 pattern: "VX" is no Penn Treebank tag; such as NN, VBD or VB*'],
    [
      '"@source $clam @target"',
      '7:47 pattern: vocabulary "$clam" is not declared in this file; did you mean "claim"?',
    ],
    [
      '"@source [lemma=$clam] @target"',
      '7:54 pattern: vocabulary "$clam" is not declared in this file; did you mean "claim"?',
    ],
    ['"@sorce x @target"', '7:39 pattern: there is no argument @sorce; did you mean "source"?'],
    ['"@source #persn @target"', '7:48 pattern: there is no entity type "persn"; did you mean "person"?'],
    [
      '"@source[type=persn] @target"',
      '7:52 pattern: there is no entity type "persn"; did you mean "person"?',
    ],
    ['"@source %axu @target"', '7:47 pattern: there is no class %axu; did you mean "aux"?'],
    [
      '"@source x{1,} @target"',
      '7:48 pattern: a repeat needs an upper bound, such as {1,5}; the highest is 20',
    ],
    [
      '"@source x{0,21} @target"',
      '7:48 pattern: a repeat goes up to 20 at most; lower the bound; several in a row reach further',
    ],
    [
      '"@source x{3,2} @target"',
      '7:48 pattern: the lower bound of this repeat is above the upper one; write {2,3}',
    ],
    [
      '"@source ? @target"',
      '7:47 pattern: there is nothing to repeat here; quote it if the sign itself is meant: "?"',
    ],
    [
      '"@source ( | x ) @target"',
      '7:49 pattern: an alternative or a group is empty; write something there; what may be left out is written x?',
    ],
    ['"@source .. @target"', '7:47 pattern: a gap is written ... or ..{0,5}; write one of the two'],
    [
      '"@source (((a{20}){20}){20}) @target"',
      '7:39 pattern: this pattern is too large once its repeats are written out; 4000 steps at most: lower the bounds of repeats in repeats, or write several patterns',
    ],
    [
      `"@source ${'('.repeat(21)}a${')'.repeat(21)} @target"`,
      '7:67 pattern: brackets are nested deeper than 20; take out brackets that group nothing, or write several patterns',
    ],
  ])('points into %s', (pattern, fault) => {
    expect(withTokens(pattern)).toEqual([fault]);
  });

  it('reports several faults of meaning in one pattern', () => {
    expect(withTokens('"@source $clam [pos=VRB] @target"').map((fault) => fault.split(' ')[0])).toEqual([
      '7:47',
      '7:58',
    ]);
  });

  it('finds the column in every kind of YAML string', () => {
    const at = (scalar: string): string | undefined => withTokens(scalar)[0]?.split(' ')[0];
    expect(at("'@source $clam @target'")).toBe('7:47');
    expect(at("'@source ''s $clam @target'")).toBe('7:51');
    expect(at('"@source \\"x\\" $clam @target"')).toBe('7:53');
    expect(at('[x @source @target, "@source $clam @target"]')).toBe('7:67');
    expect(
      faults(`${HEAD}  - id: a\n    relation: says\n    tokens: >-\n      @source\n      $clam @target\n`)[0],
    ).toMatch(/^11:7 /u);
    expect(faults(`${HEAD}  - id: a\n    relation: says\n    tokens: @source`)[0]).toMatch(
      /^9:13 not valid YAML/u,
    );
  });

  it('refuses an excluding pattern that matches nothing at all', () => {
    expect(faults(rule('{ id: a, relation: says, tokens: "@source x @target", exclude: "x?" }'))).toEqual([
      '7:69 pattern: this pattern matches where there is nothing; write a word that must be there',
    ]);
  });
});

describe('tree patterns', () => {
  const withTree = (tree: string): string[] => faults(rule(`{ id: a, relation: says, tree: ${tree} }`));
  const tree = (trigger: string, source = '{ path: subject }', target = '{ path: object }'): string[] =>
    withTree(`{ trigger: ${trigger}, source: ${source}, target: ${target} }`);

  it('are read', () => {
    expect(tree('{ lemma: [$claim, carry out], pos: VERB }')).toEqual([]);
    expect(tree('{ word: claimed }', '{ path: "^acl:relcl > subject", type: person, kind: name }')).toEqual(
      [],
    );
  });

  // The path of the source starts in column 82 of line 7.
  it.each([
    ['nsubj > nmod:fro m', '7:99 tree: "m" can\'t stand here; hops are joined by ">", alternatives by "|"'],
    ['nsub', '7:82 tree: there is no relation "nsub"; did you mean "nsubj"?'],
    ['obj > subjet', '7:88 tree: there is no relation "subjet"; did you mean "subject"?'],
    [
      'nsubj:by',
      '7:82 tree: relation "nsubj" takes no preposition; those that do: nmod, obl, acl, advcl, conj',
    ],
    ['prep:', '7:82 tree: the preposition is missing after "prep:"; such as prep:for'],
    ['obj >', '7:87 tree: a relation is expected here; such as subject, object, nmod:for or prep:for'],
    ['(obj', '7:82 tree: this bracket is never closed: ")" is missing; write ")" where it ends'],
    ['^subject', '7:82 tree: "^" can\'t stand before "subject"; it stands before a relation, such as ^obj'],
  ])('point into the path %s', (path, fault) => {
    expect(tree('{ lemma: claim }', `{ path: "${path}" }`)).toEqual([fault]);
  });

  it('bound brackets and hops', () => {
    expect(tree('{ lemma: claim }', `{ path: "${'('.repeat(21)}obj${')'.repeat(21)}" }`)).toEqual([
      expect.stringContaining('brackets are nested deeper than 20'),
    ]);
    expect(tree('{ lemma: claim }', `{ path: "${'obj>'.repeat(200)}obj" }`)).toEqual([
      expect.stringContaining('a path has 200 hops at most'),
    ]);
  });

  it('point at words, types and keys that are not known', () => {
    expect(tree('{ lemma: take|$clam }')).toEqual([
      '7:61 tree: vocabulary "$clam" is not declared in this file; did you mean "claim"?',
    ]);
    expect(tree('{ pos: VERB }')).toEqual([
      '7:47 tree: the trigger has neither a lemma nor a word; give it one, such as lemma: claim, so that the rule costs nothing elsewhere',
    ]);
    expect(tree('{ lemma: claim }', '{ path: subject, type: persn }')).toEqual([
      '7:96 tree: there is no entity type "persn"; did you mean "person"?',
    ]);
    expect(tree('{ lema: claim }')).toContain('7:49 unknown key "lema"; did you mean "lemma"?');
    expect(
      withTree('{ trigger: { lemma: a }, sorce: { path: subject }, target: { path: object } }'),
    ).toContain('7:61 unknown key "sorce"; did you mean "source"?');
  });
});

describe('reading', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
  const folder = (files: Record<string, string | Uint8Array>): string => {
    const path = mkdtempSync(join(tmpdir(), 'rules-'));
    folders.push(path);
    mkdirSync(join(path, 'sub'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  };

  it('reads folders to the bottom, sorted, and no file twice', () => {
    const path = folder({ 'b.yaml': 'b', 'a.yml': 'a', 'sub/c.yaml': 'c', 'notes.txt': 'n' });
    const sources = readRuleSources([path, join(path, 'b.yaml')]);
    expect(sources.map(({ name, text }) => [name.slice(path.length), text])).toEqual([
      ['/a.yml', 'a'],
      ['/b.yaml', 'b'],
      ['/sub/c.yaml', 'c'],
    ]);
  });

  it('does not follow links in a folder, and says so of those that hide rules', () => {
    const outside = folder({ 'secret.yaml': 'x' });
    const path = folder({ 'a.yaml': 'a' });
    symlinkSync(outside, join(path, 'link'));
    symlinkSync(join(outside, 'secret.yaml'), join(path, 'b.yaml'));
    symlinkSync('gone', join(path, '.#a.yaml'));
    symlinkSync(join(outside, 'secret.yaml'), join(path, 'notes.txt'));
    const { sources, errors } = readSources([path]);
    expect(sources).toHaveLength(1);
    expect(errors.map(({ at, message }) => `${at!.file.slice(path.length + 1)} ${message}`)).toEqual([
      'b.yaml a link in a folder of rules is not followed',
      'link a link in a folder of rules is not followed',
    ]);
  });

  it('reads no pipe and no device, and nothing larger than its size allows', () => {
    const path = folder({ 'big.yaml': 'x'.repeat(4 * 1024 * 1024 + 1) });
    execFileSync('mkfifo', [join(path, 'pipe.yaml')]);
    const messages = readSources([join(path, 'pipe.yaml'), '/dev/null', path]).errors.map(
      ({ message }) => message,
    );
    expect(messages).toEqual([
      'is no file',
      'is no file',
      'is no file',
      'this rule file is larger than 4 MB',
    ]);
  });

  it('points at the byte that is not UTF-8', () => {
    const path = folder({ 'a.yaml': Buffer.from([...Buffer.from('a: \uFFFD\nb: é'), 0xff]) });
    expect(readSources([path]).errors[0]!.at).toEqual({ file: join(path, 'a.yaml'), line: 2, column: 5 });
  });

  it('names every path that can not be read', () => {
    const path = folder({ 'sub/bad.yaml': Uint8Array.of(0x61, 0xff) });
    const empty = folder({});
    try {
      readRuleSources([join(path, 'missing.yaml'), join(path, 'sub/bad.yaml'), empty]);
      expect.unreachable();
    } catch (error) {
      expect((error as UserErrors).errors.map(({ message }) => message)).toEqual([
        'there is no such file or folder',
        'this rule file is not UTF-8',
        'there is no rule file (*.yaml, *.yml) in this folder',
      ]);
      expect(error).toBeInstanceOf(UserError);
    }
  });

  it('finds the built-in files by name', () => {
    expect(builtinRuleSources().map(({ name }) => name)).toEqual([
      'builtin:attacked-events',
      'builtin:attacked-places',
      'builtin:attacked',
      'builtin:claimed-responsibility-tree',
      'builtin:claimed-responsibility',
      'builtin:located-in-people',
      'builtin:located-in-presence',
      'builtin:located-in-tree',
      'builtin:located-in',
      'builtin:member-of-jobs',
      'builtin:member-of',
      'builtin:not-a-match',
      'builtin:opposes-acts',
      'builtin:opposes-blame',
      'builtin:opposes-demands',
      'builtin:opposes-fighting',
      'builtin:opposes-institutions',
      'builtin:opposes-judgements',
      'builtin:opposes-measures',
      'builtin:opposes-misdeeds',
      'builtin:opposes-power',
      'builtin:opposes-speech',
      'builtin:opposes-stances',
      'builtin:opposes-tree',
      'builtin:opposes-turns',
      'builtin:opposes-words',
      'builtin:opposes',
    ]);
  });

  it('holds built-in rules without a fault, each with examples of both kinds', () => {
    const { rules } = compileRules(builtinRuleSources());
    expect(rules.filter(({ match, noMatch }) => match.length === 0 || noMatch.length === 0)).toEqual([]);
  });
});
