import { cadenceFrom } from '../../../shared/cadence/cadence.ts';
import { checkInFrom } from '../../../shared/cadence/check-in.ts';
import { instructionFrom } from '../../../shared/cadence/instruction.ts';
import { deliverableFrom } from '../../../shared/deliverables/deliverable.ts';
import { recurrenceFrom } from '../../../shared/deliverables/recurrence.ts';
import { calendarFrom } from '../../../shared/plan/calendar.ts';
import { goalFrom } from '../../../shared/plan/goal.ts';
import { keyResultFrom } from '../../../shared/plan/key-result.ts';
import { memberFrom } from '../../../shared/plan/member.ts';
import { objectiveFrom } from '../../../shared/plan/objective.ts';
import { outcomeFrom } from '../../../shared/plan/outcome.ts';
import { priorityFrom } from '../../../shared/plan/priority.ts';
import { roleFrom } from '../../../shared/plan/role.ts';
import { generateSample } from '../../../shared/sample/generate.ts';
import type { SampleTeam } from '../../../shared/sample/generate.ts';
import { runFrom } from '../../../shared/sops/run.ts';
import { signOffFrom } from '../../../shared/sops/sign-off.ts';
import { sopVersionFrom } from '../../../shared/sops/sop.ts';
import { suggestionFrom } from '../../../shared/sops/suggestion.ts';
import { formatHlc } from '../../../shared/stream/clock.ts';
import { mergeChange } from '../../../shared/stream/merge.ts';
import type { RecordState } from '../../../shared/stream/merge.ts';

/** A Thursday afternoon in Manila. */
export const THURSDAY_MS = Date.parse('2026-11-19T07:30:00Z');

export const sampleAt = (nowMs: number): SampleTeam =>
  generateSample({ seed: 7, nowMs, managerZone: 'Europe/Lisbon' });

/** Everything the sample says, merged. */
export function readSample(team: SampleTeam) {
  const records = new Map<string, RecordState>();
  for (const { edit, atMs, memberId } of team.edits) {
    const key = `${edit.audience}/${edit.type}/${edit.id}`;
    const hlc = formatHlc({ ms: atMs, counter: 0 });
    const change = { ...edit, hlc };
    records.set(key, mergeChange(records.get(key), change, memberId, edit.audience));
  }
  const ofType = <T>(type: string, reader: (state: RecordState) => T): T[] =>
    [...records.values()].filter((record) => record.type === type).map(reader);
  return {
    records: [...records.values()],
    deliverables: ofType('deliverable', deliverableFrom),
    runs: ofType('run', runFrom),
    checkIns: ofType('checkIn', checkInFrom),
    cadences: ofType('cadence', cadenceFrom),
    instructions: ofType('instruction', instructionFrom),
    members: ofType('member', memberFrom),
    outcomes: ofType('outcome', outcomeFrom),
    versions: ofType('sopVersion', (state) => sopVersionFrom(state)),
    goals: ofType('goal', goalFrom),
    priorities: ofType('priority', priorityFrom),
    objectives: ofType('objective', objectiveFrom),
    keyResults: ofType('keyResult', keyResultFrom),
    roles: ofType('role', roleFrom),
    recurrences: ofType('recurrence', recurrenceFrom),
    suggestions: ofType('suggestion', suggestionFrom),
    signOffs: ofType('signOff', signOffFrom),
    calendars: new Map(ofType('calendar', calendarFrom).map((each) => [each.id, each])),
  };
}
