import type { PlannedWork } from '#shared/cadence/check-in';
import { checkInId } from '#shared/cadence/check-in';
import type { Instruction } from '#shared/cadence/instruction';
import type { DayKey } from '#shared/day';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { now } from './clock.ts';
import { confirmation } from './instructions.ts';
import { save } from './save.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** The sections of a day's report as the member left them. */
export interface ReportTexts {
  readonly report: string;
  readonly blockers: string;
  readonly tomorrow: string;
}

/** What a member says as the day begins. */
export interface DayPlan {
  readonly planned: readonly PlannedWork[];
  readonly alsoPlanned: string;
  readonly heldUpBy: string;
  /** When it was first said; left out where that is now. */
  readonly checkedInAtMs?: number | null;
}

/** An instruction in the words of whoever has to follow it. */
export interface SaidBack {
  readonly instruction: Instruction;
  readonly text: string;
}

/**
 * Saves the day's plan, and the instructions that were said back with it, in one flush. A later one of
 * the same day takes its place, as of when the first was given; the day's report, in the same record, stays.
 */
export async function checkInForDay(
  memberId: string,
  day: DayKey,
  { planned, alsoPlanned, heldUpBy, checkedInAtMs }: DayPlan,
  saidBack: readonly SaidBack[],
): Saved {
  const plan = {
    planned: planned.map((each) => ({ ...each })),
    alsoPlanned: alsoPlanned.trim(),
    heldUpBy: heldUpBy.trim(),
    checkedInAtMs: checkedInAtMs ?? now(),
  };
  return await save([
    checkInEdit(memberId, day, plan),
    ...saidBack.map(({ instruction, text }) => confirmation(instruction, text)),
  ]);
}

/** Saves the day's report as sent; a later one of the same day takes its place. Delivery is `sendNow`. */
export async function sendCheckIn(memberId: string, day: DayKey, texts: ReportTexts): Saved {
  return await save([checkInEdit(memberId, day, { ...texts, sentAtMs: now() })]);
}

const checkInEdit = (memberId: string, day: DayKey, fields: Fields): Edit => ({
  audience: memberAudience(memberId),
  type: 'checkIn',
  id: checkInId(memberId, day),
  fields: { day, ...fields },
});
