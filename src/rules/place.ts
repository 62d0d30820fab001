import { UserError } from '../model/index.ts';
import type { Location } from '../model/index.ts';

/** `file:line:column`. */
export const placeOf = ({ file, line, column }: Location): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** A fault in a rule file, with what to do. */
export const userError = (message: string, at: Location, hint: string): UserError =>
  new UserError(message, { at, hint });
