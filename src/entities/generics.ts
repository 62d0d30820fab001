import { lowerAt, uposAt } from '../model/index.ts';
import { displayName, foldName } from './fold.ts';
import { isBodyNoun } from './lexicon/index.ts';
import type { Nominal } from './nominal.ts';
import { isPlural, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { Draft } from './draft.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { GENERIC_BODIES, OFTEN_BODIES, ORGANIZATION_NOUNS, PLACE_NOUNS, RULERS } from './words.ts';

interface Generic {
  readonly entity: number;
  readonly lemma: string;
  readonly plural: boolean;
  readonly modifiers: Set<string>;
  /** Told of in a headline only, so far. */
  readonly inTitle: boolean;
  /** That of its last mention. */
  sentence: number;
}

/** Sentences in which a government told of with its country stays "the government". */
const NEAR = 2;

/** Words before the noun that don't say which ones are meant. */
const PLAIN =
  /^(?:several|many|some|few|more|most|other|numerous|various|certain|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|armed|unidentified|unknown|masked|suspected|alleged|so-called|local|new|young|old|fellow|own|such)$/u;

/** Nouns that end or head the names of bodies: not "group" and "organization", which are said of anybody. */
const SPELLED =
  /^(?:court|government|ministry|council|committee|parliament|department|agency|university|army|union|bank|commission|senate|assembly|authority|tribunal)$/u;

/** Of what level of a state a body is: its name may leave that out. */
const LEVEL = /^(?:federal|central|national|state|local|regional)$/u;

/** Unnamed actors of an article. */
export class Generics {
  readonly #known: Generic[] = [];
  readonly #document: Base;
  readonly #drafts: Draft[];

  constructor(document: Base, drafts: Draft[]) {
    this.#document = document;
    this.#drafts = drafts;
  }

  /**
   * The entity of an unnamed actor: that of an earlier phrase with the same noun and the same words before it ("gunmen … the
   * gunmen"); a bare definite noun is that of the only one so far. "A gunman" is a new one each time.
   */
  entityOf(nominal: Nominal): number {
    const { tokens, tags } = this.#document;
    const { lemma, plural, firstToken, head } = nominal;
    const opening = lowerAt(tokens, firstToken);
    const definite = /^(?:the|this|that|these|those|its|his|her|their|both)$/u.test(opening);
    const modifiers = new Set(
      Array.from({ length: head - firstToken }, (_, k) => firstToken + k)
        .filter((i) => /^(?:ADJ|NOUN|PROPN)$/u.test(uposAt(tags, i)))
        .map((i) => lowerAt(tokens, i))
        .filter((word) => !PLAIN.test(word)),
    );
    const place = this.#placeOf(head);
    if (place !== null) modifiers.add(place);
    const alike = this.#known.filter((each) => each.lemma === lemma && each.plural === plural);
    const fresh =
      !plural && /^(?:an?|another|one)$/u.test(opening) && !isBodyNoun(lemma) && !GENERIC_BODIES.has(lemma);
    const same =
      alike.findLast((each) => isSame(each.modifiers, modifiers)) ??
      alike.findLast((each) => each.inTitle && plural && isPart(each.modifiers, modifiers));
    const sentence = tokens.sentence[head] ?? 0;
    const [first] = alike;
    const away = first && RULERS.has(lemma) && sentence - first.sentence > NEAR;
    const only = alike.length === 1 && modifiers.size === 0 && definite && !away ? first : undefined;
    const earlier = fresh ? undefined : (same ?? only);
    if (earlier) {
      earlier.sentence = sentence;
      for (const word of modifiers) if (earlier.inTitle) earlier.modifiers.add(word);
      return earlier.entity;
    }
    const spelled = this.#spelledOut(nominal, modifiers);
    if (spelled !== null) return spelled;
    const entity = this.#drafts.push(this.#draft(nominal)) - 1;
    this.#known.push({ entity, lemma, plural, modifiers, sentence, inTitle: this.#inTitle(sentence) });
    return entity;
  }

  /** The only one told of before by the same noun, for a noun with nothing but its article: "a nurses' union … the union". Null where there are more or none. */
  earlierOf({ lemma, plural, firstToken, head }: Nominal): number | null {
    const alike = this.#known.filter((each) => each.lemma === lemma && each.plural === plural);
    // The headline's is one that the story tells of, too.
    const story = alike.filter(({ inTitle }) => !inTitle);
    const [first, ...more] = story.length > 0 ? story : alike;
    const { tokens } = this.#document;
    if (!first || more.length > 0 || head - firstToken !== 1 || lowerAt(tokens, firstToken) !== 'the')
      return null;
    first.sentence = tokens.sentence[head] ?? 0;
    return first.entity;
  }

  #inTitle(sentence: number): boolean {
    const { passages, sentences } = this.#document;
    return passages[sentences.passage[sentence] ?? 0]?.kind === 'title';
  }

  /**
   * The one named body whose name holds all that a description says: "an appeals court" for the "9th Circuit Court of Appeals", "the central
   * government" for the one government. What several have, or a name lacks, is no other's.
   */
  #spelledOut({ lemma, plural, firstToken, head }: Nominal, modifiers: ReadonlySet<string>): number | null {
    const { tokens } = this.#document;
    const opening = lowerAt(tokens, firstToken);
    if (plural || !SPELLED.test(lemma) || !/^(?:the|an?)$/u.test(opening)) return null;
    const words = [...modifiers].filter((word) => !LEVEL.test(word));
    const central =
      lemma === 'government' && opening === 'the' && head - firstToken === 2 && words.length === 0;
    if (words.length === 0 && !central) return null;
    const owners = this.#drafts.flatMap(({ named, type, name }, i) => {
      const own = new Set(foldName(name).split(' '));
      return named && type === 'organization' && [...words, lemma].every((word) => own.has(word)) ? [i] : [];
    });
    return owners.length === 1 ? (owners[0] ?? null) : null;
  }

  /** "In Sarn" of "rebels in Sarn": those of another place are others. */
  #placeOf(head: number): string | null {
    const document = this.#document;
    const place = childrenOf(document, head).find(
      (child) =>
        child > head &&
        child <= head + 3 &&
        relationOf(document, child) === 'nmod' &&
        uposAt(document.tags, child) === 'PROPN' &&
        /^(?:in|from|of)$/u.test(caseOf(document, child)),
    );
    if (place === undefined) return null;
    let end = place + 1;
    while (uposAt(document.tags, end) === 'PROPN' && headOf(document, end) === place) end++;
    return `${caseOf(document, place)} ${textOf(document, place, end)}`;
  }

  #draft({ lemma, plural, firstToken, endToken, head }: Nominal): Draft {
    const place = plural ? this.#placeOf(head) : null;
    // "A rebel attack": the noun before another one is in the singular, whoever they are.
    const several = plural && !isPlural(this.#document, head) ? 's' : '';
    const text = `${textOf(this.#document, firstToken, endToken)}${several}`;
    const name = displayName(place === null ? text : `${text} ${place}`).replace(
      /^(?:(?:at least|all|both|another) )?(?:the |this |that |these |those |some |its |his |her |their |our |my |your |any )?/iu,
      '',
    );
    const single = !plural && (ORGANIZATION_NOUNS.has(lemma) || OFTEN_BODIES.has(lemma));
    const places = PLACE_NOUNS.has(lemma) || (plural && /^(?:member|troop|family|household)$/u.test(lemma));
    const body = !places && (single || GENERIC_BODIES.has(lemma) || isBodyNoun(lemma));
    return {
      type: body || lemma === 'police' ? 'organization' : plural ? 'group' : 'person',
      name: name || foldName(lemma),
      aliases: [],
      named: false,
    };
  }
}

/** What a headline says of somebody in fewer words. */
const isPart = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  few.size > 0 && few.size < many.size && [...few].every((word) => many.has(word));

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));
