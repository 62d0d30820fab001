/** Words that change the status of what they stand over. Lower-case forms, apostrophes straight. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'nor',
  'neither',
  'without',
  'cannot',
]);

/** Lemmas of verbs that deny, refuse or fail to do what follows them. */
export const DENIALS: ReadonlySet<string> = new Set([
  'deny',
  'refuse',
  'decline',
  'fail',
  'disclaim',
  'disavow',
  'refute',
]);

/** Hedging adverbs, adjectives and modals. */
export const HEDGES: ReadonlySet<string> = new Set([
  'may',
  'might',
  'could',
  'allegedly',
  'reportedly',
  'possibly',
  'perhaps',
  'apparently',
  'supposedly',
  'purportedly',
  'presumably',
  'probably',
  'likely',
  'if',
  'whether',
  'unless',
  'alleged',
  'suspected',
  'purported',
  'presumed',
  'unconfirmed',
  'rumoured',
  'rumored',
  'supposed',
  'unclear',
]);

/** Participles that hedge when an infinitive, "of" or "that" follows: "is believed to", "accused of". */
export const HEDGING_PARTICIPLES: ReadonlySet<string> = new Set([
  'believed',
  'thought',
  'suspected',
  'alleged',
  'reported',
  'rumoured',
  'rumored',
  'accused',
  'understood',
  'said',
]);

/** Adjectives that hedge the noun they stand before: "suspected rebels". */
export const HEDGING_ADJECTIVES: ReadonlySet<string> = new Set([
  'suspected',
  'alleged',
  'purported',
  'presumed',
  'possible',
  'apparent',
  'reputed',
  'would-be',
]);

/** Lemmas of verbs of saying, by which a sentence tells whose word something is. */
export const SAYING: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'add',
  'warn',
  'state',
  'announce',
  'report',
  'note',
  'argue',
  'insist',
  'declare',
  'explain',
  'write',
  'tweet',
  'comment',
  'suggest',
  'allege',
  'assert',
  'maintain',
  'confirm',
  'acknowledge',
  'stress',
  'reply',
  'recall',
]);
