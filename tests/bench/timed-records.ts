import { packLine } from '../../renderer/data/segments/segment-line.ts';
import type { TermsSource } from '../../shared/metrics/terms.ts';
import type { Sla } from '../../shared/plan/outcome.ts';
import { memberAudience } from '../../shared/stream/change.ts';
import type { Fields } from '../../shared/stream/change.ts';
import { longHistory } from './history.ts';

const NOW_MS = Date.UTC(2026, 10, 20);
/** Not all of a history has every time: so much more is made for each record that has. */
const SURPLUS = 1.25;
/** Each so-manieth record waited for somebody in the middle half of its work. */
const BLOCKED_EACH = 8;

const PROMISES: readonly Sla[] = [
  { to: 'started', minutes: 8 * 60, fromDay: '0001-01-01' },
  { to: 'completed', minutes: 80 * 60, fromDay: '0001-01-01' },
];

export interface TimedRecords {
  /** Completed deliverables as segments hold them: real titles, notes and values, and every time. */
  readonly lines: readonly string[];
  /** Two promises in working time for every outcome, office hours with holidays for everybody. */
  readonly termsFor: (memberIds: readonly string[]) => TermsSource;
}

/** Records whose turnaround, cycle time and both promises all have to be worked out. */
export function timedRecords(count: number): TimedRecords {
  const { plan, log } = longHistory('member', Math.ceil(count * SURPLUS), NOW_MS);
  const edits = log.map(({ edit }) => edit).filter(({ fields }) => isTimed(fields));
  const lines = edits.slice(0, count).map(({ id, fields }, at) =>
    packLine({
      audience: memberAudience('member'),
      type: 'deliverable',
      id,
      fields: at % BLOCKED_EACH === 0 ? { ...fields, ...blockIn(fields, at) } : fields,
      stamp: '0198f0e9b0000000',
    }),
  );
  if (lines.length < count) throw new Error('The history is shorter than it should be');
  const outcomeIds = plan.filter(({ type }) => type === 'outcome').map(({ id }) => id);
  return { lines, termsFor: (memberIds) => termsFor(memberIds, outcomeIds) };
}

const TIMES = ['requestedAtMs', 'startedAtMs', 'completedAtMs'];

const isTimed = (fields: Fields): boolean =>
  TIMES.every((name) => typeof fields[name] === 'number');

function blockIn(fields: Fields, at: number): Fields {
  const [fromMs, toMs] = [Number(fields['startedAtMs']), Number(fields['completedAtMs'])];
  const quarterMs = Math.floor((toMs - fromMs) / 4);
  const on = at % (2 * BLOCKED_EACH) === 0 ? 'client' : 'manager';
  const block = { fromMs: fromMs + quarterMs, toMs: toMs - quarterMs, on, reason: 'Waiting' };
  return { [`block.${at}`]: block };
}

function termsFor(memberIds: readonly string[], outcomeIds: readonly string[]): TermsSource {
  const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));
  const holidays = [
    '01-01',
    '01-06',
    '04-25',
    '05-01',
    '06-02',
    '08-15',
    '11-01',
    '12-25',
    '12-26',
  ];
  const version = {
    fromDay: '0001-01-01',
    timeZone: 'Europe/Rome',
    shifts,
    holidays: [2024, 2025, 2026].flatMap((year) => holidays.map((day) => `${year}-${day}`)),
  };
  return {
    members: Object.fromEntries(
      memberIds.map((id) => [id, { zone: 'Asia/Manila', calendarId: 'rome' }]),
    ),
    outcomes: Object.fromEntries(
      outcomeIds.map((id) => [id, { calendarId: 'rome', slas: PROMISES }]),
    ),
    calendars: { rome: [version] },
  };
}
