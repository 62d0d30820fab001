/**
 * The library: what the command line does, without a command line. Everything else in the package is closed.
 *
 * @example
 *   import { extract, loadRules, write } from 'claimgraph';
 *   const graph = extract([{ text, source: 'a.txt' }], { rules: loadRules({ paths: ['my-rules.yaml'] }) });
 *   console.log(write(graph, 'dot'));
 */
export { extract, loadEntities, loadRules, merge, write } from './library.ts';
export type { ArticleInput, ExtractOptions, LoadEntitiesOptions, LoadRulesOptions } from './library.ts';
export type * from './model/graph.ts';
export { UserError, UserErrors } from './model/errors.ts';
export type { UserEntities } from './entities/index.ts';
export type { RuleSet } from './rules/index.ts';
