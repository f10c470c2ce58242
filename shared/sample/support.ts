import { daysBetween } from '../day.ts';
import type { Random } from '../random.ts';
import type { Desk, Job } from './desk.ts';
import type { ClientKey } from './outcomes.ts';
import type { Story } from './story.ts';
import {
  LARKSPUR_ITEMS,
  LARKSPUR_TICKETS,
  QUILLHAVEN_ITEMS,
  QUILLHAVEN_TICKETS,
  RETURN_NOTES,
  RETURN_REASONS,
  REVIEW_BATCHES,
  SEND_BACK_TICKET,
  TICKETS,
} from './tickets-text.ts';
import type { WorkDay } from './work-days.ts';

/** Weeks until somebody new is as quick as the others. */
const LEARNING_DAYS = 36;

/** 0.45 on Paolo's first day, 1 from the sixth week on. */
function skillOf(desk: Desk, day: string, story: Story): number {
  if (desk.person.key !== 'paolo') return 1;
  const learned = Math.min(1, Math.max(0, daysBetween(story.paoloStarts, day) / LEARNING_DAYS));
  return 0.45 + 0.55 * Math.sqrt(learned);
}

/** A support day: tickets of both shops, some returns, and for Paolo the reviews. */
export function supportJobs(desk: Desk, { day }: WorkDay, story: Story, random: Random): Job[] {
  const skill = skillOf(desk, day, story);
  const coversAlone = desk.person.key === 'paolo' && story.maricelsLeave.includes(day);
  const load = skill * (coversAlone ? 1.25 : 1);
  const waiting = coversAlone ? 260 : 85 + (1 - skill) * 120;
  const count = (least: number, most: number): number =>
    Math.max(1, Math.round(random.whole(least, most) * load));
  const jobs: Job[] = [];
  for (let n = count(10, 13); n > 0; n--) jobs.push(ticket('larkspur', skill, waiting, random));
  for (let n = count(4, 6); n > 0; n--) jobs.push(ticket('quillhaven', skill, waiting, random));
  for (let n = count(2, 4); n > 0; n--) jobs.push(settledReturn(skill, random));
  if (desk.person.key === 'paolo' && !coversAlone) jobs.push(reviews(load, random));
  return jobs;
}

function ticket(client: ClientKey, skill: number, waiting: number, random: Random): Job {
  const isLarkspur = client === 'larkspur';
  const own = isLarkspur ? LARKSPUR_TICKETS : QUILLHAVEN_TICKETS;
  const story = random.pick(random.chance(0.25) ? own : TICKETS);
  const item = random.pick<string>(isLarkspur ? LARKSPUR_ITEMS : QUILLHAVEN_ITEMS);
  // One answer in four is read again by a colleague; only those say anything about errors.
  const isChecked = random.chance(0.25);
  const isWrong = isChecked && random.chance(0.03 + (1 - skill) * 0.35);
  return {
    outcome: isLarkspur ? 'larkspurTickets' : 'quillhavenTickets',
    title: capital(story.title.replace('{item}', item)),
    client,
    minutes: random.whole(10, 28) / skill,
    waitedMinutes: Math.round(-Math.log(1 - random.next()) * waiting) + 5,
    errors: isChecked ? Number(isWrong) : null,
    reference: isLarkspur
      ? `LH-${random.whole(41_000, 58_999)}`
      : `QP-${random.whole(8_000, 11_999)}`,
    note: random.pick(story.settled),
    ...(random.chance(0.35) && { score: starsOf(isWrong, random) }),
    ...(random.chance(0.08) && { sop: 'answerTicket' as const }),
    ...(isWrong && random.chance(0.6) && { sentBack: random.pick(SEND_BACK_TICKET) }),
  };
}

/** Most who answer the survey are happy; a wrong answer seldom gets five stars. */
const starsOf = (isWrong: boolean, random: Random): number => {
  if (isWrong) return random.whole(1, 3);
  return random.chance(0.78) ? 5 : random.whole(3, 4);
};

function settledReturn(skill: number, random: Random): Job {
  const isLarkspur = random.chance(0.72);
  const item = random.pick<string>(isLarkspur ? LARKSPUR_ITEMS : QUILLHAVEN_ITEMS);
  return {
    outcome: 'returns',
    title: `${capital(item)}: ${random.pick(RETURN_REASONS).toLowerCase()}`,
    client: isLarkspur ? 'larkspur' : 'quillhaven',
    minutes: random.whole(18, 36) / skill,
    waitedMinutes: random.whole(120, 760),
    errors: Number(random.chance(0.008 + (1 - skill) * 0.12)),
    valueMinor: random.whole(isLarkspur ? 18 : 9, isLarkspur ? 160 : 64) * 100 + 95,
    reference: `RMA-${random.whole(3_100, 6_400)}`,
    note: random.pick(RETURN_NOTES),
    ...(random.chance(0.3) && { sop: 'settleReturn' as const }),
  };
}

const reviews = (load: number, random: Random): Job => ({
  outcome: 'reviews',
  title: random.pick(REVIEW_BATCHES),
  client: 'larkspur',
  minutes: 50,
  waitedMinutes: null,
  quantity: Math.round(random.whole(10, 15) * load),
  errors: 0,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
