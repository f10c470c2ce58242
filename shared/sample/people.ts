import type { Shift } from '../plan/calendar.ts';
import type { Country } from './holidays.ts';

export type PersonKey = 'robin' | 'maricel' | 'paolo' | 'joanna' | 'camila' | 'achieng';
export type AssistantKey = Exclude<PersonKey, 'robin'>;

export interface Person {
  readonly key: PersonKey;
  readonly name: string;
  readonly title: string;
  readonly place: string;
  readonly zone: string;
  /** Whose public holidays they keep; null where the calendar names none. */
  readonly country: Country | null;
  readonly shifts: readonly Shift[];
}

const hour = (hours: number): number => hours * 60;

/**
 * Two stretches around an hour's break on each of the weekdays (1 Monday … 7 Sunday); hours above 24
 * are those of the next morning.
 */
const daily = (weekdays: readonly number[], from: number, breakAt: number, to: number): Shift[] =>
  weekdays.flatMap((weekday) => [
    { weekday, fromMinute: hour(from), toMinute: hour(breakAt) },
    { weekday, fromMinute: hour(breakAt + 1), toMinute: hour(to) },
  ]);

const WEEKDAYS = [1, 2, 3, 4, 5];

/** The manager sits where the visitor does, so that "today" means the same to both. */
export const manager = (zone: string): Person => ({
  key: 'robin',
  name: 'Robin Hale',
  title: 'Operations manager',
  place: placeOf(zone),
  zone,
  country: null,
  shifts: daily(WEEKDAYS, 9, 13, 18),
});

export const ASSISTANTS: readonly (Person & { readonly key: AssistantKey })[] = [
  {
    key: 'maricel',
    name: 'Maricel Ybañez',
    title: 'Customer support, mornings',
    place: 'Cebu',
    zone: 'Asia/Manila',
    country: 'PH',
    shifts: daily(WEEKDAYS, 6, 10, 15),
  },
  {
    // Wednesday to Sunday at night, which is the working day of Quillhaven's customers in Chicago.
    key: 'paolo',
    name: 'Paolo Gerona',
    title: 'Customer support, nights and weekends',
    place: 'Davao',
    zone: 'Asia/Manila',
    country: 'PH',
    shifts: daily([3, 4, 5, 6, 7], 21, 25, 30),
  },
  {
    key: 'joanna',
    name: 'Joanna Salcedo',
    title: 'Product listings',
    place: 'Manila',
    zone: 'Asia/Manila',
    country: 'PH',
    shifts: daily(WEEKDAYS, 8, 12, 17),
  },
  {
    key: 'camila',
    name: 'Camila Rincón',
    title: 'Bookkeeping',
    place: 'Bogotá',
    zone: 'America/Bogota',
    country: 'CO',
    shifts: daily(WEEKDAYS, 8, 12, 17),
  },
  {
    key: 'achieng',
    name: 'Achieng Odera',
    title: 'Market research',
    place: 'Nairobi',
    zone: 'Africa/Nairobi',
    country: 'KE',
    shifts: daily(WEEKDAYS, 9, 13, 18),
  },
];

/** "Europe/Lisbon" → "Lisbon"; a zone that names no place gives none. */
function placeOf(zone: string): string {
  const last = zone.includes('/') && !zone.startsWith('Etc/') ? zone.split('/').at(-1) : '';
  return (last ?? '').replaceAll('_', ' ');
}
