export { graphSchema, parseGraph, referenceFault } from './schema.ts';
