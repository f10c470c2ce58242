import { checkInId } from '../cadence/check-in.ts';
import { addDays } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Random } from '../random.ts';
import { DAY_WORDS, EVENT_WORDS, TOMORROW_WORDS } from './check-in-text.ts';
import type { Desk, Done } from './desk.ts';
import { OUTCOMES } from './outcomes.ts';
import type { OutcomeKey } from './outcomes.ts';
import type { Story } from './story.ts';
import type { WorkDay } from './work-days.ts';

const MINUTE_MS = 60_000;

/** The wrap-up of one day, sent in its last minutes; now and then somebody forgets. */
export function writeCheckIn(
  desk: Desk,
  day: WorkDay,
  done: readonly Done[],
  story: Story,
  random: Random,
): void {
  const isStormDay = desk.person.key === 'joanna' && day.day === story.outageDay;
  if (!isStormDay && random.chance(0.06)) return;
  // Without power the day's report waits: it is sent when the next working day begins.
  const sentAtMs = isStormDay
    ? (desk.days.find(({ day }) => day > story.darkDay)?.startMs ?? day.endMs) + 12 * MINUTE_MS
    : day.endMs - random.whole(1, 9) * MINUTE_MS;
  const words = eventWords(desk, day.day, story, random) ?? random.pick(DAY_WORDS[desk.person.key]);
  desk.write(sentAtMs, 'checkIn', checkInId(desk.memberId, day.day), {
    day: day.day,
    report: `${outputSentence(done)}\n\n${words}`,
    blockers: isPhotosMissing(desk, day.day, story) ? EVENT_WORDS.photosMissingBlocker : '',
    tomorrow: random.pick(TOMORROW_WORDS[desk.person.key]),
    sentAtMs,
  });
}

function outputSentence(done: readonly Done[]): string {
  const sums = new Map<OutcomeKey, { quantity: number; errors: number }>();
  for (const { job } of done) {
    const sum = sums.get(job.outcome) ?? { quantity: 0, errors: 0 };
    const quantity = sum.quantity + (job.quantity ?? 1);
    sums.set(job.outcome, { quantity, errors: sum.errors + (job.errors ?? 0) });
  }
  const parts = OUTCOMES.flatMap(({ key, name }) => {
    const sum = sums.get(key);
    if (!sum) return [];
    const errors =
      sum.errors > 0 ? ` (${sum.errors} ${sum.errors === 1 ? 'error' : 'errors'})` : '';
    return [`${name}: ${sum.quantity}${errors}`];
  });
  return parts.length > 0 ? `${parts.join(' · ')}.` : 'Nothing finished today.';
}

function eventWords(desk: Desk, day: DayKey, story: Story, random: Random): string | null {
  const { key } = desk.person;
  if (story.halfDays[key] === day) return EVENT_WORDS.halfDay;
  if (key === 'paolo') {
    if (story.maricelsLeave.includes(day)) return EVENT_WORDS.alone;
    if (day < addDays(story.paoloStarts, 16)) return random.pick(EVENT_WORDS.learning);
  }
  if (key !== 'joanna') return null;
  if (day === story.outageDay) return EVENT_WORDS.outage;
  if (day === story.uploadsVersion2On) return EVENT_WORDS.newProcedure;
  if (day === story.photosArriveOn) return EVENT_WORDS.photosArrived;
  if (isPhotosMissing(desk, day, story)) return EVENT_WORDS.photosMissing;
  const isSpike = day >= story.priceErrorsFrom && day < story.uploadsVersion2On;
  return isSpike && random.chance(0.4) ? EVENT_WORDS.priceErrors : null;
}

const isPhotosMissing = (desk: Desk, day: DayKey, story: Story): boolean =>
  desk.person.key === 'joanna' && day >= story.photosMissingFrom && day < story.photosArriveOn;
