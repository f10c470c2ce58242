import type { Json } from '../json.ts';
import { signOffId } from '../sops/sign-off.ts';
import { versionId } from '../sops/sop.ts';
import type { Desk } from './desk.ts';
import type { OpenRecord } from './open-work.ts';
import type { AssistantKey } from './people.ts';
import { SOPS } from './sops/all-sops.ts';
import type { SopKey } from './sops/sop-text.ts';
import { ACCEPTED, SUGGESTIONS } from './suggestions-text.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The step that the accepted suggestion brought. */
const NEW_STEP = 'prices';

/** The suggestion that a version takes up, by the step that came of it. */
export const suggestionIdAt = (step: string): string => `suggestion-${step}`;

type Write = (
  atMs: number,
  desk: Desk,
  type: string,
  id: string,
  fields: Readonly<Record<string, Json>>,
) => void;

export interface Improvements {
  readonly desks: readonly Desk[];
  readonly open: readonly OpenRecord[];
  readonly managerId: string;
  readonly version2Ms: number;
  readonly nowMs: number;
  /** Writes as the member of the desk, in their own audience. */
  readonly asMember: Write;
  /** Writes as the manager, in the member's audience. */
  readonly asManager: Write;
  /** Writes as the member of the desk, to the team. */
  readonly toTeam: Write;
}

/** What the team says of its procedures, what the manager answered, and what was read. */
export function writeSuggestions(source: Improvements): void {
  const { desks, version2Ms, nowMs, managerId, asManager } = source;
  const deskOf = (person: AssistantKey): Desk | undefined =>
    desks.find((desk) => desk.person.key === person);
  const joanna = deskOf(ACCEPTED.person);
  if (joanna) {
    const id = suggestionIdAt(NEW_STEP);
    suggest(source, joanna, id, ACCEPTED, version2Ms - 19 * DAY_MS, 1);
    const atMs = version2Ms - 2 * DAY_MS;
    const decision = { verdict: 'accepted', reason: '', byId: managerId, atMs };
    asManager(atMs, joanna, 'suggestion', id, { decision });
    asManager(version2Ms, joanna, 'suggestion', id, { publishedIn: 2 });
    acknowledge(source, joanna, ACCEPTED.sop, 2, version2Ms + 45 * MINUTE_MS);
  }
  for (const text of SUGGESTIONS) {
    const desk = deskOf(text.person);
    if (!desk) continue;
    const day = desk.days.findLast(({ startMs }) => startMs < nowMs - text.daysAgo * DAY_MS);
    const atMs = (day?.startMs ?? nowMs) + 3 * HOUR_MS;
    const id = desk.newId();
    suggest(source, desk, id, text, atMs, versionsOf(text.sop));
    if (text.declined === undefined) continue;
    const decidedAtMs = atMs + 2 * DAY_MS;
    const decision = { verdict: 'declined', byId: managerId, atMs: decidedAtMs };
    asManager(decidedAtMs, desk, 'suggestion', id, {
      decision: { ...decision, reason: text.declined },
    });
  }
}

function suggest(
  { asMember }: Improvements,
  desk: Desk,
  id: string,
  { sop, step, kind, text, how }: Omit<(typeof SUGGESTIONS)[number], 'daysAgo'>,
  atMs: number,
  number: number,
): void {
  const sopId = desk.ids.sop(sop);
  asMember(atMs, desk, 'suggestion', id, {
    sopId,
    versionId: versionId(sopId, number),
    stepId: step,
    kind,
    text,
    ...(how !== undefined && { proposedHow: how }),
    atMs,
  });
}

function acknowledge(
  { asMember }: Improvements,
  desk: Desk,
  sop: SopKey,
  number: number,
  atMs: number,
): void {
  const sopId = desk.ids.sop(sop);
  asMember(atMs, desk, 'acknowledgement', versionId(sopId, number), { sopId, number, atMs });
}

/** A large refund in the middle of a run waits for a second pair of eyes. */
export function askForSignature({ open, toTeam }: Improvements): void {
  const refund = open.find(({ reference }) => reference === 'RMA-6422');
  if (!refund?.run) return;
  const { desk, run } = refund;
  const sopId = desk.ids.sop('settleReturn');
  const askedAtMs = run.answeredByMs;
  toTeam(askedAtMs, desk, 'signOff', signOffId(desk.memberId, run.id, 'second'), {
    runId: run.id,
    stepId: 'second',
    sopId,
    versionId: versionId(sopId, versionsOf('settleReturn')),
    askedOfId: '',
    askedAtMs,
    note: '189.00 for the damaged Heron lamp, back to the card. The order says 189.00 as paid.',
  });
}

const versionsOf = (sop: SopKey): number =>
  SOPS.find(({ key }) => key === sop)?.versions.length ?? 1;
