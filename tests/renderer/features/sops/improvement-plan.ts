import type { Json } from '#shared/json';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { save } from '../../../../renderer/services/save.ts';
import { must } from '../../support/open-manager.tsx';
import { team } from '../../support/open-assistant.tsx';

export const ANA = 'ana';
export const BEN = 'ben';
export const SOP = 'upload';
const MINUTE_MS = 60_000;
/** Monday 16 November 2026, nine in Manila. */
const MONDAY_MS = Date.parse('2026-11-16T01:00:00Z');

const step = (order: number, title: string, how = ''): Json => ({
  order,
  title,
  how,
  why: '',
  kind: 'tick',
  expectedMinutes: 1,
});

/** Two versions of a procedure of two steps; the draft says what the second does. */
export async function writeProcedure(fields: Record<string, Json> = {}): Promise<void> {
  const first = {
    'step.read': step(1, 'Read the sheet', 'From end to end.'),
    'step.put': step(2, 'Put it live'),
  };
  const second = { ...first, 'step.put': step(2, 'Put it live and look at it') };
  const head = { title: 'Upload a product', purpose: '', outcomeId: '' };
  must(
    await save([
      team('member', ANA, { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('member', BEN, { name: 'Ben Cruz', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('sopVersion', `${SOP}.v1`, { sopId: SOP, number: 1, ...head, ...first }),
      team('sopVersion', `${SOP}.v2`, { sopId: SOP, number: 2, ...head, ...second }),
      team('sop', SOP, { ...head, publishedVersion: 2, ...second, ...fields }),
    ]),
  );
}

export const suggested = (memberId: string, id: string, fields: Record<string, Json>): Edit => ({
  audience: memberAudience(memberId),
  type: 'suggestion',
  id,
  fields: {
    sopId: SOP,
    versionId: `${SOP}.v2`,
    kind: 'better',
    text: '',
    atMs: MONDAY_MS,
    ...fields,
  },
});

interface ToldRun {
  readonly memberId?: string;
  readonly number: 1 | 2;
  readonly minutes: number;
  readonly errors: number;
}

/** A finished run with its output of ten, so many minutes long; half of them for each step. */
export function ranOnce(
  at: number,
  { memberId = ANA, number, minutes, errors }: ToldRun,
): readonly Edit[] {
  const startedAtMs = MONDAY_MS + at * 100 * MINUTE_MS;
  const endMs = startedAtMs + minutes * MINUTE_MS;
  const audience = memberAudience(memberId);
  const runId = `run-${at}`;
  const deliverableId = `202611-${at}`;
  return [
    {
      audience,
      type: 'run',
      id: runId,
      fields: {
        sopId: SOP,
        versionId: `${SOP}.v${number}`,
        deliverableId,
        day: '2026-11-16',
        startedAtMs,
        'answer.read': { value: true, atMs: (startedAtMs + endMs) / 2 },
        'answer.put': { value: true, atMs: endMs },
        finishedAtMs: endMs,
      },
    },
    {
      audience,
      type: 'deliverable',
      id: deliverableId,
      fields: {
        outcomeId: '',
        title: '',
        completedAtMs: endMs,
        day: '2026-11-16',
        zone: 'Asia/Manila',
        quantity: 10,
        errors,
        runId,
      },
    },
  ];
}
