import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, dayCount, dayOf, isoDay, weekdayOf } from '../../src/entities/calendar.ts';

describe('days', () => {
  it('are counted and named as the calendar of ECMAScript does', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const day = dayOf(iso);
          if (!day) throw new Error(iso);
          expect(isoDay(dayAt(dayCount(day)))).toBe(iso);
          expect(weekdayOf(day)).toBe(date.getUTCDay());
          expect(isoDay(dayAt(dayCount(day) + 1))).toBe(
            new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10),
          );
        },
      ),
      { endOnFailure: true },
    );
  });

  it.each(['2026-3-1', 'yesterday', undefined])('of %s is none', (date) => {
    expect(dayOf(date)).toBeNull();
  });
});
