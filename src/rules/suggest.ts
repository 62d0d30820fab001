export { didYouMean } from '../faults/index.ts';
