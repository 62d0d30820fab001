import type { Article } from '../model/index.ts';
import { dayOf, MONTHS, monthNumber } from './calendar.ts';
import type { Day } from './calendar.ts';

const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|') + '|sept\\.?';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\\.?,? ';
/** "12 March 2020", "March 12th, 2020", "2020-03-12". */
const DATE =
  `(?:(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<m>${MONTH}),? (?<y>\\d{4})` +
  `|(?<m2>${MONTH}) (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})|(?<iso>\\d{4}-\\d{2}-\\d{2}))`;
/** A line with nothing but the date, and the hour it was published. */
const DATE_LINE = new RegExp(
  `^(?:(?:last )?(?:published|updated|posted|issued|date)(?: on)?:? )?(?:${WEEKDAY})?${DATE}(?:[ ,|·–—-].{0,24})?$`,
  'iu',
);
/** "OSLO, March 12, 2020 (Agency) — …": where and when a report was written. */
const DATELINE = new RegExp(
  `^\\p{Lu}[\\p{L} .,'’/-]{1,40}[,(] ?${DATE}\\)?(?: \\([^)]{1,30}\\))? ?[-–—:]`,
  'iu',
);

/** Lines that may say when an article was written, from its beginning. */
const FIRST_LINES = 6;
const LONGEST_LINE = 400;

const days = new WeakMap<Article, { readonly day: Day | null }>();

/** The day an article is of: what is known from outside, else what its date line or dateline says; null where neither does. */
export function articleDay(article: Article): Day | null {
  let known = days.get(article);
  if (!known) days.set(article, (known = { day: dayOf(article.date) ?? statedDay(article.reading) }));
  return known.day;
}

function statedDay(text: string): Day | null {
  const lines = text
    .slice(0, FIRST_LINES * LONGEST_LINE)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  for (const line of lines.slice(0, FIRST_LINES)) {
    const found = (DATE_LINE.exec(line) ?? DATELINE.exec(line.slice(0, LONGEST_LINE)))?.groups;
    if (!found) continue;
    if (found['iso'] !== undefined) return dayOf(found['iso']);
    const day = Number(found['d'] ?? found['d2']);
    if (day >= 1 && day <= 31)
      return {
        year: Number(found['y'] ?? found['y2']),
        month: monthNumber(found['m'] ?? found['m2'] ?? ''),
        day,
      };
  }
  return null;
}
