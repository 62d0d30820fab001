import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, headWithin, relationOf } from './syntax.ts';
import type { AnyName } from './tails.ts';

/** Words between the country and "government", at most: "Iraqi interim government". */
const MAX_BETWEEN = 1;

/**
 * Governments that the article keeps apart from their countries: "the Norwegian government", where Norway itself does nothing. Where it
 * does, government and country are spoken of alike and are one thing.
 *
 * @param names Sorted; so is the result. Names inside a government's give way to it.
 */
export function withGovernments(document: Base, names: readonly AnyName[]): AnyName[] {
  const governments = governmentsIn(document, names);
  if (governments.length === 0) return [...names];
  const acting = new Set(
    names.flatMap((name) => {
      const country = countryOf(document, name.firstToken, name.endToken);
      const head = headWithin(document, name.firstToken, name.endToken);
      return country !== null && acts(document, head) ? [country] : [];
    }),
  );
  const found = governments
    .filter(({ country }) => !acting.has(country))
    .map(({ firstToken, endToken }): AnyName => ({ firstToken, endToken, type: 'organization' }));
  const left = names.filter(
    (name) => !found.some((each) => name.firstToken < each.endToken && each.firstToken < name.endToken),
  );
  return [...left, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

/** Longest "[Country]'s interim government", in tokens: further off no word of the country is looked for. */
const LONGEST = 8;

/** Every phrase for a government, in text order: looked for around the word alone. */
function governmentsIn(document: Base, names: readonly AnyName[]): Government[] {
  const found: Government[] = [];
  let end = 0;
  for (let at = 0; at < document.tokens.length; at++) {
    if (lowerAt(document.tokens, at) !== 'government') continue;
    for (let i = Math.max(end, at - LONGEST); i <= at; i++) {
      const government = governmentAt(document, i, names);
      if (!government) continue;
      found.push(government);
      end = government.endToken;
      break;
    }
  }
  return found;
}

/** What is said of lands and peoples: no deed of a government. */
const STATES =
  /^(?:be|have|see|lie|border|become|remain|suffer|experience|face|contain|share|consist|belong|need|lack|know|grow|fall|rise|gain|lose|win|host)$/u;

/** Does something: "[Norway] accused", "was sent by [Norway]", "[Norway], which claims the island". */
function acts(document: Base, head: number): boolean {
  const first = relationOf(document, head) === 'conj' ? headOf(document, head) : head;
  const verb = headOf(document, first);
  const label = relationOf(document, first);
  if (label === 'nsubj') return isDeed(document, verb);
  if (label.startsWith('obl') && caseOf(document, first) === 'by') return true;
  const clause = childrenOf(document, first).find((child) => relationOf(document, child) === 'acl:relcl');
  return (
    clause !== undefined &&
    isDeed(document, clause) &&
    childrenOf(document, clause).some(
      (child) =>
        relationOf(document, child) === 'nsubj' &&
        /^(?:which|that|who)$/u.test(lowerAt(document.tokens, child)),
    )
  );
}

const isDeed = ({ tokens, tags }: Base, verb: number): boolean =>
  verb >= 0 && uposAt(tags, verb) === 'VERB' && !STATES.test(lemmaAt(tokens, tags, verb));

interface Government {
  readonly firstToken: number;
  readonly endToken: number;
  readonly country: string;
}

function governmentAt(document: Base, token: number, names: readonly AnyName[]): Government | null {
  const { tokens } = document;
  if (lowerAt(tokens, token) === 'government') return governmentOf(document, token, names);
  const adjective = demonymAt(document, token);
  const name = adjective ? undefined : names.find(({ firstToken }) => firstToken === token);
  const country = adjective?.country ?? (name && countryOf(document, token, name.endToken)) ?? null;
  const from = adjective?.endToken ?? name?.endToken ?? token;
  if (country === null || uposAt(document.tags, token - 1) === 'PROPN') return null;
  let at = from;
  while (at < from + MAX_BETWEEN && uposAt(document.tags, at) === 'ADJ') at++;
  const whole =
    lowerAt(tokens, at) === 'government' &&
    tokens.sentence[at] === tokens.sentence[token] &&
    // "Turkish government forces": the noun only says whose they are.
    !isModifier(document, at);
  return whole ? { firstToken: token, endToken: at + 1, country } : null;
}

/** "The government of [Norway]". */
function governmentOf(document: Base, token: number, names: readonly AnyName[]): Government | null {
  const { tokens } = document;
  if (lowerAt(tokens, token + 1) !== 'of') return null;
  const at = lowerAt(tokens, token + 2) === 'the' ? token + 3 : token + 2;
  const name = names.find(({ firstToken }) => firstToken === at);
  const country = name && countryOf(document, at, name.endToken);
  return name && country ? { firstToken: token, endToken: name.endToken, country } : null;
}

/** What follows belongs to the same noun phrase. */
const isModifier = ({ tokens, tags }: Base, i: number): boolean =>
  tokens.sentence[i + 1] === tokens.sentence[i] &&
  (/^(?:NOUN|PROPN)$/u.test(uposAt(tags, i + 1)) || /^[-‐]$/u.test(lowerAt(tokens, i + 1)));

/** The country that some words name, or null. */
function countryOf(document: Base, firstToken: number, endToken: number): string | null {
  const text = textOf(document, firstToken, endToken);
  const known = knownName(foldName(text), text);
  return known?.kind === 'country' ? known.name : null;
}
