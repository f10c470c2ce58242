import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';
import type { RunFacts } from '#shared/metrics/sop-runs';
import type { Answer } from '#shared/sops/answer';
import { runFrom } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
/** A Monday morning. */
export const NINE_MS = Date.parse('2026-11-16T09:00:00Z');

export const answered = (value: Json, atMs: number): Answer => ({
  value,
  atMs,
  isSkipped: false,
  waitingSinceMs: null,
});

export const skipped = (atMs: number): Answer => ({ ...answered(null, atMs), isSkipped: true });

export const step = (id: string, order: number, fields: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  title: `Step ${id}`,
  ...fields,
  id,
  order,
});

interface Told {
  readonly id?: string;
  readonly memberId?: string;
  readonly versionId?: string;
  readonly fields?: Fields;
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly earlier?: Readonly<Record<string, readonly Answer[]>>;
  readonly output?: Fields;
}

/** A run as it is read from its record, begun at nine. */
export function facts({
  id = 'r1',
  memberId = 'ana',
  versionId = 'sop.v1',
  fields = {},
  answers = {},
  earlier = {},
  output,
}: Told): RunFacts {
  const run = runFrom({
    audience: `m-${memberId}`,
    type: 'run',
    id,
    stamp: '',
    fields: { sopId: 'sop', versionId, day: '2026-11-16', startedAtMs: NINE_MS, ...fields },
  });
  return {
    run,
    answers: new Map(Object.entries(answers)),
    earlier: new Map(Object.entries(earlier)),
    deliverable: output ? deliverable(`d-${id}`, memberId, output) : null,
  };
}

const deliverable = (id: string, memberId: string, fields: Fields): Deliverable =>
  deliverableFrom({ audience: `m-${memberId}`, type: 'deliverable', id, stamp: '', fields });

export const finishedAfter = (minutes: number): Fields => ({
  finishedAtMs: NINE_MS + minutes * MINUTE_MS,
});
