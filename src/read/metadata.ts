const ISO_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/u;

/** The date in ISO 8601 (year, month, day or moment), or null where it is none. A blank before the time becomes `T`. */
export function isoDate(value: string): string | null {
  const date = value.trim();
  const match = ISO_DATE.exec(date);
  if (!match) return null;
  const [year, month, day] = [match[1], match[2] ?? '1', match[3] ?? '1'].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return date.replace(' ', 'T');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The address as given if it is an absolute http or https one, else null. */
export function webAddress(value: string): string | null {
  const address = value.trim();
  return /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : null;
}
