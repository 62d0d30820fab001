import { formAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

export const wordsOf = (document: Base, { firstToken, endToken }: NameSpan): string =>
  textOf(document, firstToken, endToken);

export const isCapital = ({ tokens }: Base, i: number): boolean => /^\p{Lu}/u.test(formAt(tokens, i));

export const isHyphen = ({ tokens }: Base, i: number): boolean => /^[-‐‑–]$/u.test(formAt(tokens, i));

export const isTight = ({ tokens }: Base, i: number): boolean => tokens.end[i - 1] === tokens.start[i];
