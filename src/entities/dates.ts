import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { articleDay } from './article-day.ts';
import { dayAt, dayCount, isoDay, isoMonth, isoYear, monthNumber, weekdayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, isSubject, relationOf } from './syntax.ts';

/** A stretch of text that says when, resolved: a year, month or day in ISO 8601; `endToken` exclusive. */
export interface Time {
  readonly firstToken: number;
  readonly endToken: number;
  readonly iso: string;
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** The day some days after another, ISO 8601. */
const shifted = (day: Day, days: number): string => isoDay(dayAt(dayCount(day) + days));

/** `march`, `sept.`: 1 to 12, or 0. A month is written with a capital, which tells "may" and "march". */
function monthAt({ tokens, tags }: Base, i: number): number {
  const form = formAt(tokens, i);
  if (!/^\p{Lu}\p{L}{2,8}\.?$/u.test(form)) return 0;
  const word = form.toLowerCase().replace(/\.$/u, '');
  const month = monthNumber(form);
  return month > 0 && /^(?:march|may|mar)$/u.test(word) && !/^(?:PROPN|NOUN)$/u.test(uposAt(tags, i))
    ? 0
    : month;
}

const dayNumber = (word: string): number => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word);
  return match && Number(match[1]) >= 1 && Number(match[1]) <= 31 ? Number(match[1]) : 0;
};

const yearNumber = (word: string): number => (/^(?:19|20)\d{2}$/u.test(word) ? Number(word) : 0);

/** Of the years around, the one that puts the day or month nearest to the article. */
function nearestYear(today: Day, month: number, day: number): number {
  const distance = (year: number): number => Math.abs(dayCount({ year, month, day }) - dayCount(today));
  return [today.year, today.year - 1, today.year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** "12 March 2020", "Sept. 1", "February 2002", "March". */
function calendarDate(document: Base, i: number, today: Day | null): Time | null {
  const { tokens } = document;
  const month = monthAt(document, i);
  if (month === 0) return null;
  const same = (at: number): string =>
    tokens.sentence[at] === tokens.sentence[i] ? lowerAt(tokens, at) : '';
  const before = dayNumber(same(i - 1));
  const after = before > 0 ? 0 : dayNumber(same(i + 1));
  const firstToken = before > 0 ? i - 1 : i;
  let endToken = after > 0 ? i + 2 : i + 1;
  const at = same(endToken) === ',' ? endToken + 1 : endToken;
  const year = yearNumber(same(at));
  if (year > 0) endToken = at + 1;
  const day = before || after;
  // "The September 11 attacks": a day that names what happened on it, and is no day of this year.
  if (month === 9 && day === 11 && year === 0) return null;
  if (year === 0 && today === null) return null;
  const whole = year || nearestYear(today as Day, month, day || 15);
  const iso = day > 0 ? isoDay({ year: whole, month, day }) : isoMonth(whole, month);
  return { firstToken, endToken, iso };
}

/** "Saturday", "yesterday", "last month", "three days ago", seen from the day of the article. */
function relativeDate(document: Base, i: number, today: Day): Time | null {
  const { tokens } = document;
  const same = (at: number): string =>
    tokens.sentence[at] === tokens.sentence[i] ? lowerAt(tokens, at) : '';
  const word = same(i);
  const before = same(i - 1);
  const one = (iso: string, firstToken = i, endToken = i + 1): Time => ({ firstToken, endToken, iso });
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday >= 0) {
    const back = (weekdayOf(today) - weekday + 7) % 7;
    if (before === 'next' || isAhead(document, i)) return one(shifted(today, 7 - back));
    return one(shifted(today, before === 'last' && back === 0 ? -7 : -back));
  }
  const away = ['yesterday', 'today', 'tomorrow'].indexOf(word);
  if (away >= 0) return one(shifted(today, away - 1));
  const step = ['last', 'this', 'next'].indexOf(before);
  if (step >= 0 && word === 'month') {
    const months = today.year * 12 + today.month - 1 + step - 1;
    return one(isoMonth(Math.floor(months / 12), (months % 12) + 1), i - 1);
  }
  if (step >= 0 && word === 'year') return one(isoYear(today.year + step - 1), i - 1);
  return null;
}

/** The verb that the time belongs to tells of what is still to come. */
function isAhead(document: Base, token: number): boolean {
  const verb = headOf(document, token);
  return (
    verb >= 0 &&
    childrenOf(document, verb).some((child) =>
      /^(?:will|'ll|would|shall)$/u.test(lowerAt(document.tokens, child)),
    )
  );
}

/** A year by itself: "in 2015", "the 2016 referendum"; no count ("2000 people"). */
function bareYear(document: Base, i: number): Time | null {
  const year = yearNumber(lowerAt(document.tokens, i));
  const prefix = lowerAt(document.tokens, i - 1);
  if (year === 0 || /^[$€£#-]$/u.test(prefix)) return null;
  return { firstToken: i, endToken: i + 1, iso: String(year) };
}

/**
 * Every time of a sentence that can be resolved: by itself, or against the day of the article. Weeks and parts of a day have no year,
 * month or day and are left out.
 */
export function timesIn(document: Base, sentence: number): Time[] {
  const { sentences, article } = document;
  const today = articleDay(article);
  const found: Time[] = [];
  const end = sentences.endToken[sentence] ?? 0;
  for (let i = sentences.firstToken[sentence] ?? 0; i < end; i++) {
    const time =
      calendarDate(document, i, today) ??
      (today && relativeDate(document, i, today)) ??
      bareYear(document, i);
    if (!time || found.some(({ endToken }) => endToken > time.firstToken)) continue;
    found.push(time);
    i = Math.max(i, time.endToken - 1);
  }
  return found;
}

/** Verbs whose subject is the event that they say happened. */
const HAPPENING =
  /^(?:occur|happen|take|explode|detonate|rock|shake|hit|strike|kill|injure|wound|leave|begin|start|erupt|rip|tear|go|target|destroy|damage|break|end|open|come|continue|resume|rage|unfold|spread|escalate)$/u;
/** Verbs that say of their object, or passive subject, that it was done. */
const DOING =
  /^(?:carry|stage|launch|hold|mount|conduct|commit|perpetrate|organize|organise|schedule|sign|ram|detonate|plant|drop|hurl|drive)$/u;

/** The verb that says when an event was: "[An explosion] hit the port", "carried out [an attack]". */
export function verbOf(document: Base, head: number): number | null {
  const verb = headOf(document, head);
  if (verb < 0) return null;
  const lemma = lemmaAt(document.tokens, document.tags, verb);
  const label = relationOf(document, head);
  const passive = childrenOf(document, verb).some((child) => relationOf(document, child) === 'aux:pass');
  const done = (label === 'obj' || label === 'nsubj:pass') && DOING.test(lemma);
  // A parser may take the subject of "exploded" for one of the passive.
  return done || (isSubject(document, head) && !passive && HAPPENING.test(lemma)) ? verb : null;
}

/** Times that stand in a noun phrase or hang on its head, or on the verb that says that it happened. ISO 8601. */
export function datesOf(
  document: Base,
  {
    firstToken,
    head,
    sentence,
  }: { readonly firstToken: number; readonly head: number; readonly sentence: number },
  times: readonly Time[] = timesIn(document, sentence),
): string[] {
  if (times.length === 0) return [];
  const verb = verbOf(document, head);
  return times
    .filter(({ firstToken: from, endToken }) => {
      if (firstToken <= from && endToken <= head + 1) return true;
      // "The bombing last month" is one phrase, whatever the tree makes of it.
      if (from === head + 1) return true;
      for (let i = from; i < endToken; i++) {
        const above = headOf(document, i);
        const outside = above < from || above >= endToken;
        const hangs =
          above === head || (above === verb && /^(?:obl|nmod|advmod)/u.test(relationOf(document, i)));
        if (
          outside &&
          hangs &&
          !/^(?:since|until|till|before|after|by)$/u.test(lowerAt(document.tokens, from - 1))
        )
          return true;
      }
      return false;
    })
    .map(({ iso }) => iso);
}

/** The one date that several agree on, the most precise; undefined where two differ or none is given. */
export function oneDate(dates: readonly string[]): string | undefined {
  const distinct = [...new Set(dates)];
  const precise = distinct.filter(
    (date) => !distinct.some((other) => other !== date && other.startsWith(date)),
  );
  return precise.length === 1 ? precise[0] : undefined;
}
