/** Where in a user's file something is wrong; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface UserErrorOptions {
  readonly at?: Location;
  /** What to do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** An error a user can cause: printed as one line, without a stack. Anything else thrown is a bug and keeps its stack. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly at: Location | undefined;
  readonly hint: string | undefined;

  constructor(message: string, { at, hint, cause }: UserErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.at = at;
    this.hint = hint;
  }
}

/** `file:line:column: message; hint` on one line. */
export function formatUserError(error: UserError): string {
  const { at } = error;
  const place = at && [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const line = `${place ? `${place}: ` : ''}${error.message}${error.hint ? `; ${error.hint}` : ''}`;
  return line.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Several faults at once: a rule file is reported whole, not fault by fault. */
export class UserErrors extends UserError {
  override readonly name = 'UserErrors';
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map(formatUserError).join('\n'));
    this.errors = errors;
  }
}
