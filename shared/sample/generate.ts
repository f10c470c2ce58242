import { newId } from '../ids.ts';
import type { Json } from '../json.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { Audience } from '../stream/change.ts';
import { workClock } from '../worktime/work-clock.ts';
import { bookkeepingJobs, researchJobs } from './back-office.ts';
import { writeCadences } from './cadences.ts';
import { writeCheckIn } from './check-ins.ts';
import type { Desk, Done, Job, TimedEdit } from './desk.ts';
import { calendarOf, calendarsOf, deskOf, planIds, supportHours } from './desks.ts';
import { writeMissingPhotos, writeOutage } from './episodes.ts';
import { writeInstructions } from './instructions.ts';
import { listingJobs } from './listings.ts';
import { writeMorningPlan } from './morning-plans.ts';
import { writeGivenWork } from './given-work.ts';
import type { ManagerWrite } from './given-work.ts';
import { writeOpenWork } from './open-work.ts';
import type { OpenRecord } from './open-work.ts';
import { writeOutages } from './outages.ts';
import { ASSISTANTS, manager } from './people.ts';
import type { AssistantKey } from './people.ts';
import { writePlan } from './plan-edits.ts';
import { recordJob } from './record-job.ts';
import { tellStory } from './story.ts';
import type { Story } from './story.ts';
import { askForSignature, writeSuggestions } from './suggestions.ts';
import type { Improvements } from './suggestions.ts';
import { writeQuality } from './quality.ts';
import { writeReviews } from './reviews.ts';
import { supportJobs } from './support.ts';
import { writeVerdict } from './verdicts.ts';
import type { ManagersDesk } from './verdicts.ts';
import type { WorkDay } from './work-days.ts';

/** A made-up team and everything it wrote down in 90 days, as edits in the order of their time. */
export interface SampleTeam {
  readonly workspaceName: string;
  readonly currency: string;
  readonly founderId: string;
  readonly seats: readonly { readonly memberId: string; readonly seat: 'manager' | 'assistant' }[];
  readonly edits: readonly TimedEdit[];
}

export interface SampleInput {
  readonly seed: number;
  readonly nowMs: number;
  /** IANA zone of the visitor, who sits in the manager's seat first. */
  readonly managerZone: string;
}

const WORKSPACE_NAME = 'Fernlight Shop Services';
const CURRENCY = 'USD';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days back to which requests are edits of their own; older ones are told together with the start. */
const RECENT_MS = 5 * DAY_MS;

const JOBS: Readonly<
  Record<AssistantKey, (desk: Desk, day: WorkDay, story: Story, random: Random) => Job[]>
> = {
  maricel: supportJobs,
  paolo: supportJobs,
  joanna: listingJobs,
  camila: bookkeepingJobs,
  achieng: researchJobs,
};

/**
 * The sample team's history up to `nowMs`. The same seed, instant and zone give the same edits. Days
 * are played to their end and a little beyond, then everything after `nowMs` is cut off: what lies
 * open at that moment is open for the same reasons as in a real team.
 */
export function generateSample({ seed, nowMs, managerZone }: SampleInput): SampleTeam {
  const random = seededRandom(seed);
  const robin = manager(managerZone);
  const people = [robin, ...ASSISTANTS];
  const ids = planIds(random.fork('ids'));
  const edits: TimedEdit[] = [];
  const writerOf =
    (memberId: string, audience: Audience) =>
    (atMs: number, type: string, id: string, fields: Record<string, Json>): void => {
      if (atMs > nowMs) return;
      edits.push({ memberId, atMs: Math.round(atMs), edit: { audience, type, id, fields } });
    };

  const calendars = calendarsOf(people, nowMs, random.fork('calendars'));
  const desks = ASSISTANTS.map((person) => deskOf(person, calendars, ids, nowMs, random, writerOf));
  const story = tellStory(nowMs, daysByAssistant(desks));
  const managerClock = workClock(calendarOf(calendars, 'robin'));
  const founderId = ids.member('robin');
  const version2Ms = startOf(desks, 'joanna', story.uploadsVersion2On) - 40 * MINUTE_MS;
  const planRandom = random.fork('plan');
  const reviewRandom = random.fork('reviews');
  const qualityRandom = random.fork('quality');

  writePlan({
    workspaceName: WORKSPACE_NAME,
    currency: CURRENCY,
    people,
    calendars,
    deskCalendar: supportHours(newId(planRandom.bytes)),
    ids,
    newId: () => newId(planRandom.bytes),
    story,
    firstMs: Date.parse(`${story.firstDay}T00:00:00Z`) - 2 * DAY_MS,
    version2Ms,
    write: writerOf(founderId, 'team'),
  });
  writeCadences({ managerId: founderId, managerZone, nowMs, write: writerOf(founderId, 'team') });
  const verdicts: ManagersDesk = {
    clock: managerClock,
    write: (atMs, desk, id, fields) =>
      writerOf(founderId, desk.audience)(atMs, 'deliverable', id, fields),
  };
  const open: OpenRecord[] = [];
  for (const desk of desks) {
    for (const day of desk.days) playDay(desk, day, story, verdicts, nowMs);
    if (desk.person.key === 'joanna') {
      writeOutage(desk, story);
      writeMissingPhotos(desk, story);
    }
    open.push(...writeOpenWork(desk, nowMs));
  }
  writeOutages(desks, story, nowMs);
  const asManager: ManagerWrite = (atMs, { audience }, type, id, fields) =>
    writerOf(founderId, audience)(atMs, type, id, fields);
  writeGivenWork(desks, open, founderId, nowMs, asManager);
  writeInstructions(desks, founderId, nowMs, asManager);
  const improvements: Improvements = {
    desks,
    open,
    managerId: founderId,
    version2Ms,
    nowMs,
    asMember: (atMs, desk, type, id, fields) => desk.write(atMs, type, id, fields),
    asManager,
    toTeam: (atMs, { memberId }, type, id, fields) =>
      writerOf(memberId, 'team')(atMs, type, id, fields),
  };
  writeSuggestions(improvements);
  askForSignature(improvements);
  const joanna = desks.find(({ person }) => person.key === 'joanna');
  if (joanna) {
    writeQuality({
      edits,
      managerId: founderId,
      managerClock,
      desk: joanna,
      firstMs: Date.parse(`${story.firstDay}T00:00:00Z`) - 2 * DAY_MS,
      nowMs,
      newId: () => newId(qualityRandom.bytes),
      write: (audience, atMs, type, id, fields) =>
        writerOf(founderId, audience)(atMs, type, id, fields),
    });
    writeReviews({
      edits: () => edits.toSorted((a, b) => a.atMs - b.atMs),
      managerId: founderId,
      memberId: ids.member,
      monthlyOf: joanna,
      newId: () => newId(reviewRandom.bytes),
      nowMs,
      write: (memberId, audience, atMs, type, id, fields) =>
        writerOf(memberId, audience)(atMs, type, id, fields),
    });
  }
  return {
    workspaceName: WORKSPACE_NAME,
    currency: CURRENCY,
    founderId,
    seats: people.map(({ key }) => ({
      memberId: ids.member(key),
      seat: key === 'robin' ? 'manager' : 'assistant',
    })),
    edits: edits.toSorted((a, b) => a.atMs - b.atMs),
  };
}

/** One day at one desk: its jobs one after the other, what the manager says of them, the wrap-up. */
function playDay(
  desk: Desk,
  day: WorkDay,
  story: Story,
  manager: ManagersDesk,
  nowMs: number,
): void {
  const { key } = desk.person;
  if (key === 'paolo' && day.day < story.paoloStarts) return;
  if (key === 'joanna' && day.day === story.darkDay) return;
  const random = desk.random.fork(day.day);
  const share = shareOfDay(key, day.day, story);
  const jobs = random.shuffled(JOBS[key](desk, day, story, random));
  const worked = jobs.slice(0, Math.max(1, Math.round(jobs.length * share)));
  const plannedMinutes = worked.reduce((sum, job) => sum + job.minutes, 0);
  const stretch = (day.workMs * share * (0.9 + random.next() * 0.07)) / plannedMinutes;
  const done: Done[] = [];
  let usedMs = random.whole(2, 14) * MINUTE_MS;
  for (const job of worked) {
    const startMs = desk.clock.add(day.startMs, usedMs);
    usedMs += Math.round(job.minutes * stretch);
    const endMs = desk.clock.add(day.startMs, usedMs - 30_000);
    const sopVersion = job.sop === 'uploadProduct' && day.day >= story.uploadsVersion2On ? 2 : 1;
    const isRecent = day.endMs > nowMs - RECENT_MS;
    const one = recordJob(desk, job, { day, startMs, endMs, sopVersion, isRecent }, random);
    done.push(one);
    writeVerdict(manager, desk, one, random);
  }
  writeMorningPlan(desk, day, done, story, nowMs);
  writeCheckIn(desk, day, done, story, random);
}

/** How much of a day was worked: all of it, but for half days and the morning of the storm. */
function shareOfDay(key: AssistantKey, day: string, story: Story): number {
  if (story.halfDays[key] === day) return 0.5;
  if (key === 'joanna' && day === story.outageDay) return 0.12;
  return 1;
}

function daysByAssistant(
  desks: readonly Desk[],
): Readonly<Record<AssistantKey, readonly WorkDay[]>> {
  const daysOf = (key: AssistantKey): readonly WorkDay[] =>
    desks.find(({ person }) => person.key === key)?.days ?? [];
  return {
    maricel: daysOf('maricel'),
    paolo: daysOf('paolo'),
    joanna: daysOf('joanna'),
    camila: daysOf('camila'),
    achieng: daysOf('achieng'),
  };
}

const startOf = (desks: readonly Desk[], key: AssistantKey, day: string): number =>
  desks.find(({ person }) => person.key === key)?.days.find((each) => each.day === day)?.startMs ??
  0;
