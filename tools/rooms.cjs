/**
 * The rooms under src/, top to bottom, with what each is for. Arrows go downwards only: docs/architecture.md.
 * Read by .dependency-cruiser.cjs and its test.
 */
exports.ROOMS = [
  ['cli', 'the command line parses and prints; nothing may lean on it'],
  ['corpus', 'many articles at once'],
  ['workbench', 'examples of rules are run, and what rules do is explained'],
  ['evaluate', 'gold graphs and fixture checks judge what the rooms below make'],
  ['pipeline', 'the order of the stages stands here and nowhere else'],
  ['write', 'writers turn a finished graph into text'],
  ['graph', 'assertions of articles become one graph'],
  ['relations', 'rule matches become assertions with status and attribution'],
  ['entities', 'mentions become entities'],
  ['rules', 'rule files are read, checked, compiled and matched'],
  ['language', 'text becomes sentences, tokens, tags and names'],
  ['read', 'bytes become an article'],
  ['faults', 'what is wrong in a file a user wrote becomes an error with place and remedy'],
  ['model', 'the shared types; they import nothing'],
];
