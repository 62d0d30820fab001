/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
export const isoYear = (year: number): string => pad(year, 4);
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${pad(month)}`;
export const isoDay = ({ year, month, day }: Day): string => `${isoMonth(year, month)}-${pad(day)}`;

/** The day of an ISO 8601 date, or null. */
export function dayOf(date: string | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

const CYCLE = 146_097;

/** Days since 1 March of year 0: years begin in March, so that the leap day is the last of its year. Years from 1 on. */
export function dayCount({ year, month, day }: Day): number {
  const y = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear;
}

/** The inverse of `dayCount`. */
export function dayAt(count: number): Day {
  const cycle = Math.floor(count / CYCLE);
  const rest = count - cycle * CYCLE;
  const y = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const inYear = rest - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * inYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: cycle * 400 + y + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** 0 for Sunday to 6 for Saturday; 1 March of year 0 was a Wednesday. */
export const weekdayOf = (day: Day): number => (dayCount(day) + 3) % 7;

export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');

/** `March`, `Sept.`, `mar`: 1 to 12, or 0. */
export function monthNumber(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/\.$/u, '')
    .replace(/^sept$/u, 'sep');
  return MONTHS.findIndex((name) => name === plain || (plain.length === 3 && name.startsWith(plain))) + 1;
}
