const { ROOMS } = require('./tools/rooms.cjs');

const names = ROOMS.map(([name]) => name);
const folder = (room) => `^src/${room}/`;
const anyOf = (rooms) => `^src/(?:${rooms.join('|')})/`;

/** One rule a room: it may not import the rooms above it. */
const downwards = ROOMS.slice(1).map(([name, purpose], i) => ({
  name: `${name}-imports-downwards`,
  comment: `In src/${name}/ ${purpose}. It knows nothing of the rooms above it.`,
  severity: 'error',
  from: { path: folder(name) },
  to: { path: [anyOf(names.slice(0, i + 1)), '^src/[^/]+\\.ts$'] },
}));

/** Rooms that touch files, each with its reason; every other works on what it is given. */
const READS_FILES = {
  cli: 'writes results, reads settings',
  evaluate: 'reads gold graphs and fixtures',
  pipeline: "reads the package's version",
  'entities/user': 'reads entity files',
  rules: 'reads rule files',
  language: 'reads its models',
  entities: 'reads its gazetteer',
  read: 'reads articles',
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'through-the-door',
      comment: 'Another room is imported through its index.ts, so that its inside can be rearranged.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'library-without-command-line',
      comment:
        'The library does all that the command line does; a program that imports it must not load commander.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: folder('cli') },
    },
    {
      name: 'known-rooms',
      comment: 'A new folder under src/ gets its place in the order first: tools/rooms.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: anyOf(names) },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'files-read-in-few-rooms',
      comment: `Only these rooms touch files: ${Object.entries(READS_FILES)
        .map(([room, reason]) => `${room} ${reason}`)
        .join(', ')}. Writers, graph, relations and the rest of entities work on what they are given.`,
      severity: 'error',
      from: { path: '^src/', pathNot: anyOf(Object.keys(READS_FILES)) },
      to: { path: '^(?:node:)?fs(?:/promises)?$' },
    },
    {
      name: 'no-network-no-processes',
      comment:
        'Nothing in an article or a rule file can reach the network or run a program, because nothing here can.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^(?:node:)?(?:net|tls|dns|dgram|https?|http2|child_process|cluster|vm|repl|inspector)(?:/|$)',
      },
    },
    {
      name: 'commander-in-cli',
      comment: 'Options are parsed in one room; commands call the rooms below with plain data.',
      severity: 'error',
      from: { path: '^src/', pathNot: folder('cli') },
      to: { path: 'node_modules/commander/' },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment: 'What src/ imports is installed with the package: Node, dependencies, never devDependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'source-imports-source',
      comment: 'The program does not lean on its tests, tools or benchmarks.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|tools|bench)/' },
    },
    {
      name: 'no-dead-ends',
      comment: 'Every import leads to a file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
