import type { Json } from '../../shared/json.ts';
import { generateSample } from '../../shared/sample/generate.ts';
import type { SampleTeam } from '../../shared/sample/generate.ts';
import type { Edit } from '../../shared/stream/change.ts';
import { audienceMember, memberAudience } from '../../shared/stream/change.ts';
import { longSop } from './long-sop.ts';

const DAY_MS = 86_400_000;
/** Days between the ends of two stretches of history; each stretch is 90 days long. */
const STRIDE_DAYS = 30;
/** Whose Today it is: in the last days only what she did herself counts, for nobody's day is six people's. */
const SELF = 'Maricel Ybañez';
const OWN_DAYS = 4;

export interface History {
  /** The plan: goals, outcomes, calendars and procedures of a believable team, worked on by one assistant. */
  readonly plan: readonly Edit[];
  readonly log: readonly { readonly atMs: number; readonly edit: Edit }[];
}

/**
 * A long history of one assistant: what six people of the sample did, over and over in earlier quarters,
 * put into one log until it holds `count` deliverables. Real titles, notes, times and errors, because
 * their sizes and spread are what a database feels.
 */
export function longHistory(assistantId: string, count: number, nowMs: number): History {
  const newest = sample(1, nowMs);
  const outcomeIds = idsByName(newest);
  const log: { atMs: number; edit: Edit }[] = [];
  for (let stretch = 0; log.length < count; stretch++) {
    const endMs = nowMs - stretch * STRIDE_DAYS * DAY_MS;
    const team = stretch === 0 ? newest : sample(stretch + 1, endMs);
    const nameOf = new Map([...idsByName(team)].map(([name, id]) => [id, name]));
    const self = memberNamed(team, SELF);
    for (const [id, { fields, atMs, memberId }] of deliverablesOf(team)) {
      const isOpen = typeof fields['completedAtMs'] !== 'number';
      const isRecent = isOpen || atMs > nowMs - OWN_DAYS * DAY_MS;
      // Open work of years ago would fill a Today that nobody has.
      if ((isOpen && stretch > 0) || (isRecent && memberId !== self)) continue;
      if (log.length === count) break;
      const outcomeId = outcomeIds.get(nameOf.get(String(fields['outcomeId'])) ?? '') ?? '';
      const edit = {
        audience: memberAudience(assistantId),
        type: 'deliverable',
        id,
        fields: { ...fields, outcomeId },
      };
      log.push({ atMs, edit });
    }
  }
  return {
    plan: [...planOf(newest, assistantId), ...longSop()],
    log: log.toSorted((a, b) => a.atMs - b.atMs),
  };
}

const sample = (seed: number, nowMs: number): SampleTeam =>
  generateSample({ seed, nowMs, managerZone: 'Europe/Lisbon' });

const idsByName = (team: SampleTeam): ReadonlyMap<string, string> =>
  new Map(
    team.edits
      .filter(({ edit }) => edit.type === 'outcome')
      .map(({ edit }) => [String(edit.fields['name']), edit.id]),
  );

const memberNamed = (team: SampleTeam, name: string): string =>
  team.edits.find(({ edit }) => edit.type === 'member' && edit.fields['name'] === name)?.edit.id ??
  '';

interface Folded {
  readonly fields: Record<string, Json>;
  readonly atMs: number;
  readonly memberId: string | null;
}

function deliverablesOf(team: SampleTeam): ReadonlyMap<string, Folded> {
  const found = new Map<string, Folded>();
  for (const { edit, atMs } of team.edits) {
    if (edit.type !== 'deliverable') continue;
    const fields = { ...found.get(edit.id)?.fields, ...edit.fields };
    found.set(edit.id, { fields, atMs, memberId: audienceMember(edit.audience) });
  }
  return found;
}

function planOf(team: SampleTeam, assistantId: string): readonly Edit[] {
  return team.edits.flatMap(({ edit }) => {
    if (!PLAN_TYPES.has(edit.type)) return [];
    if (edit.type !== 'outcome') return [edit];
    const fields = { ...edit.fields, ownerId: assistantId, memberIds: [assistantId] };
    return [{ ...edit, fields }];
  });
}

/** All that one assistant works to; the other people stay away. */
const PLAN_TYPES: ReadonlySet<string> = new Set([
  'goal',
  'priority',
  'objective',
  'keyResult',
  'role',
  'calendar',
  'client',
  'outcome',
  'sop',
  'sopVersion',
]);
