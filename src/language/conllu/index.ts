export { type Analysis } from './columns.ts';
export { fillConllu } from './fill.ts';
export { writeAnalysisJson } from './json.ts';
export { type GivenWords, readConllu } from './read.ts';
export { writeConllu } from './write.ts';
