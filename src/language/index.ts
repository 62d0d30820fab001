export { analyze } from './interim.ts';
