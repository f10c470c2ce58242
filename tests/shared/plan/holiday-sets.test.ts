import { describe, expect, test } from 'vitest';
import { isDayKey } from '#shared/day';
import { holidayCountries, holidayStates, nationalHolidays } from '#shared/plan/holiday-sets';

const publicDays = (country: string, state: string, year: number) =>
  nationalHolidays(country, state, year).flatMap(({ day, isPublic }) => (isPublic ? [day] : []));

describe('national holidays', () => {
  test('are those that Italian law names', () => {
    // Legge 260/1949 as amended, with Saint Francis by Legge 151/2025.
    expect(publicDays('IT', '', 2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-05',
      '2026-04-06',
      '2026-04-25',
      '2026-05-01',
      '2026-06-02',
      '2026-08-15',
      '2026-10-04',
      '2026-11-01',
      '2026-12-08',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  test('have names, and tell days that only some keep', () => {
    const days = nationalHolidays('PH', '', 2026);
    expect(days.find(({ day }) => day === '2026-06-12')).toEqual({
      day: '2026-06-12',
      name: 'Independence Day',
      isPublic: true,
    });
    expect(days.find(({ day }) => day === '2026-11-02')?.isPublic).toBe(false);
  });

  test('a state can have days of its own', () => {
    const state = holidayStates('DE').find(
      ({ name }) => name.includes('Bavaria') || name === 'Bayern',
    );
    expect(publicDays('DE', state?.code ?? '', 2026)).toContain('2026-01-06');
    expect(publicDays('DE', '', 2026)).not.toContain('2026-01-06');
    expect(holidayStates('PH')).toEqual([]);
  });

  test('countries are known by their English names', () => {
    const names = holidayCountries().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Italy', 'Germany', 'Philippines', 'Japan']));
  });

  test('each country has its days once and in order; an unknown one has none', () => {
    for (const { code } of holidayCountries()) {
      const days = nationalHolidays(code, '', 2027).map(({ day }) => day);
      expect(days.every(isDayKey)).toBe(true);
      expect(days).toEqual([...new Set(days)].toSorted());
    }
    expect(nationalHolidays('XX', '', 2026)).toEqual([]);
    expect(nationalHolidays('IT', 'Nowhere', 2026)).toHaveLength(13);
  });
});
