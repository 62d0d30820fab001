export { byPlace, schemaFaults } from './schema.ts';
export { closest, didYouMean } from './suggest.ts';
export { parseYaml, unplaced } from './yaml.ts';
export type { Path, PositionedYaml } from './yaml.ts';
