/** Words that change the status of what they stand over. Lower-case forms, apostrophes straight. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'nor',
  'neither',
  'without',
  'cannot',
  'nowhere',
]);

/** Lemmas that deny, refuse or fail to do what follows them; "reluctant to condemn" has not done it. */
export const DENIALS: ReadonlySet<string> = new Set([
  'deny',
  'refuse',
  'decline',
  'fail',
  'disclaim',
  'disavow',
  'refute',
  'disprove',
  'reluctant',
  'unwilling',
  'unable',
  'loath',
  'hesitant',
  'powerless',
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

/** Lemmas of governors whose infinitive has not come about: intent, command, wish. */
export const INTENDING: ReadonlySet<string> = new Set(
  (
    'threaten vow pledge promise plan intend want seek aim hope prepare try attempt wish ask urge tell call order ' +
    'encourage persuade command invite press demand expect fear require consider propose expected likely ready able set ' +
    'plot conspire scheme swear offer agree decide mean train recruit hire instruct aspire strive dream endeavour endeavor ' +
    'willing poised due bound determined unable eager prepared supposed about'
  ).split(' '),
);

/** Of those, what one means to do oneself. */
export const MEANING: ReadonlySet<string> = new Set(
  (
    'threaten vow pledge promise plan intend want seek aim hope prepare try attempt wish ready set plot conspire swear agree ' +
    'decide mean strive determined prepared'
  ).split(' '),
);

/** Lemmas of governors that leave open whether their clause is true. */
export const BELIEVING: ReadonlySet<string> = new Set(
  (
    'believe think suspect allege suggest indicate doubt assume presume suppose speculate wonder ask question seem appear imagine rumour ' +
    'rumor hint hold fear guess purport understand investigate examine consider unclear unknown possible unlikely likely probable ' +
    'uncertain charge'
  ).split(' '),
);

/** Lemmas after which "of", "for" or "with" says what is held against somebody. */
export const ACCUSING: ReadonlySet<string> = new Set([
  'accuse',
  'suspect',
  'charge',
  'blame',
  'allege',
  'indict',
]);

/** Lemmas after which "from" or "of" says what did not happen. */
export const PREVENTING: ReadonlySet<string> = new Set(
  'prevent stop refrain abstain deter dissuade keep bar hinder discourage avoid forgo shy hesitate acquit clear exonerate absolve'.split(
    ' ',
  ),
);

/** Nouns whose "that", "of" or infinitive is doubtful. */
export const DOUBTFUL_NOUNS: ReadonlySet<string> = new Set(
  (
    'claim allegation suspect accusation report suspicion rumour rumor possibility fear speculation plot plan threat attempt bid charge ' +
    'suggestion theory belief risk idea chance hope call demand warning prospect conspiracy assertion ' +
    'insinuation innuendo gossip notion assumption hint'
  ).split(' '),
);

/** Lemmas of verbs whose object did not come about: "called off its attack". Those of ending are none: what ended was. */
export const CANCELLING: ReadonlySet<string> = new Set(
  'cancel abort shelve avert avoid foil thwart prevent'.split(' '),
);

/** Lemmas of verbs whose object has not come about yet: "planned an attack". */
export const PLANNING: ReadonlySet<string> = new Set(
  'plan plot prepare threaten consider contemplate attempt propose seek want discuss expect fear predict order weigh mull ponder study debate eye'.split(
    ' ',
  ),
);

/** Nouns of what one means to do; with "no" it is not meant: "has no intention of attacking". */
export const INTENTIONS: ReadonlySet<string> = new Set(
  'intention intent plan desire wish interest ambition reason need right thought'.split(' '),
);

/** Lemmas of verbs that turn "claims that …", "reports of …" away. */
export const DISMISSING: ReadonlySet<string> = new Set(
  'reject dismiss deny refute rebut dispute contradict repudiate discount debunk disprove scotch quash ridicule disown belie'.split(
    ' ',
  ),
);

/** Lemmas of what calls a clause false: "that is untrue". */
export const UNTRUE: ReadonlySet<string> = new Set(
  (
    'untrue false wrong incorrect baseless groundless unfounded absurd ridiculous ludicrous fabricated bogus fake preposterous ' +
    'laughable inaccurate fictitious fanciful nonsensical outlandish slanderous libellous libelous farcical erroneous'
  ).split(' '),
);

/** Lemmas of verbs that, denied, say that it was done: "never stopped fighting", "did not fail to". */
export const ENDING: ReadonlySet<string> = new Set('stop cease fail hesitate refrain quit shy'.split(' '));

/** Nouns that, denied, leave no doubt: "there is no doubt that". */
export const DOUBTS: ReadonlySet<string> = new Set(['doubt', 'question', 'denying']);

/** Nouns in phrases that deny with "no": "in no way", "at no point". */
export const RESPECTS: ReadonlySet<string> = new Set(
  'way point time stage circumstance condition case respect sense account means event place'.split(' '),
);

/** Nouns whose "that" or "of" is denied. */
export const DENYING_NOUNS: ReadonlySet<string> = new Set([
  'denial',
  'refusal',
  'failure',
  'rejection',
  'lack',
]);

/** Lemmas of verbs whose clause is the word of their subject. */
export const REPORTING: ReadonlySet<string> = new Set([
  ...SAYING,
  'claim',
  'deny',
  'believe',
  'think',
  'suspect',
  'doubt',
  'complain',
  'predict',
  'fear',
  'hope',
  'admit',
  'concede',
  'accept',
  'reveal',
  'disclose',
  'testify',
  'caution',
  ...(
    'contend charge reiterate repeat emphasize emphasise proclaim remark observe underline underscore point conclude find rule remind ' +
    'inform vow estimate speculate agree retort respond answer read imply indicate show assure'
  ).split(' '),
]);

/** Lemmas of verbs whose content is a question. */
export const ASKING: ReadonlySet<string> = new Set('ask question press quiz'.split(' '));

/** Forms of what is written or said, whose words are its author's: "a report by X". */
export const TEXTS: ReadonlySet<string> = new Set(
  (
    'statement statements report reports letter tweet post message email release communique communiqué note article editorial memo column ' +
    'speech study survey complaint indictment lawsuit account comments remarks data figures analysis testimony'
  ).split(' '),
);
