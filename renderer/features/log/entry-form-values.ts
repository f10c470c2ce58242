import { dayIn } from '#shared/day';
import type { Json } from '#shared/json';
import { isPlanDay } from '#shared/plan/plan-limits';
import { numberOf, objectOf, textOf } from '#shared/record-fields';
import { isRatioWrong } from '../../app/parts/results/ratio.ts';
import type { EntryValues } from '../../services/deliverables.ts';
import { readJsonDraft, writeDraft } from '../../state/drafts.ts';

export const NO_VALUES: EntryValues = {
  outcomeId: '',
  title: '',
  client: '',
  quantity: 1,
  errors: null,
  valueMinor: null,
  costMinor: null,
  score: null,
  partCount: null,
  wholeCount: null,
  reference: '',
  note: '',
  requestedAtMs: null,
  startedAtMs: null,
  completedAtMs: null,
  dueAtMs: null,
  day: '',
  runId: '',
};

export type FormProblem = 'outcome' | 'quantity' | 'ratio' | 'order' | 'beyond';

/** What keeps a form from being saved. */
export function formProblems(values: EntryValues): ReadonlySet<FormProblem> {
  const problems = new Set<FormProblem>();
  if (values.outcomeId === '') problems.add('outcome');
  if (!(values.quantity > 0)) problems.add('quantity');
  if (isRatioWrong(values)) problems.add('ratio');
  const begunMs = Math.max(values.requestedAtMs ?? 0, values.startedAtMs ?? 0);
  if (values.completedAtMs !== null && values.completedAtMs < begunMs) problems.add('order');
  const { requestedAtMs, startedAtMs, completedAtMs, dueAtMs } = values;
  if ([requestedAtMs, startedAtMs, completedAtMs, dueAtMs].some(isBeyondLimits))
    problems.add('beyond');
  return problems;
}

const isBeyondLimits = (ms: number | null): boolean => ms !== null && !isPlanDay(dayIn('UTC', ms));

/** What was typed into the form of an entry (or of a new one) and not saved, or null. */
export function readFormDraft(entryId: string): EntryValues | null {
  const kept = objectOf((readJsonDraft(draftName(entryId)) ?? null) as Json);
  if (!kept) return null;
  return {
    outcomeId: textOf(kept, 'outcomeId'),
    title: textOf(kept, 'title'),
    client: textOf(kept, 'client'),
    quantity: numberOf(kept, 'quantity') ?? 1,
    errors: numberOf(kept, 'errors'),
    valueMinor: numberOf(kept, 'valueMinor'),
    costMinor: numberOf(kept, 'costMinor'),
    score: numberOf(kept, 'score'),
    partCount: numberOf(kept, 'partCount'),
    wholeCount: numberOf(kept, 'wholeCount'),
    reference: textOf(kept, 'reference'),
    note: textOf(kept, 'note'),
    requestedAtMs: numberOf(kept, 'requestedAtMs'),
    startedAtMs: numberOf(kept, 'startedAtMs'),
    completedAtMs: numberOf(kept, 'completedAtMs'),
    dueAtMs: numberOf(kept, 'dueAtMs'),
    day: textOf(kept, 'day'),
    runId: textOf(kept, 'runId'),
  };
}

export function writeFormDraft(entryId: string, values: EntryValues | null): void {
  writeDraft(draftName(entryId), values ? JSON.stringify(values) : '');
}

const draftName = (entryId: string): string => `entry/${entryId || 'new'}`;
