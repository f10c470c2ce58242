import { describe, expect, test } from 'vitest';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { effectsBetween, versionFigures } from '#shared/metrics/sop-effect';
import type { RunFacts } from '#shared/metrics/sop-runs';
import { stepFigures } from '#shared/metrics/sop-steps';
import { strangersOf } from '#shared/metrics/sop-strangers';
import { generateSample } from '#shared/sample/generate';
import { runFrom } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import { versionsFrom } from '#shared/sops/versions';
import { formatHlc } from '#shared/stream/clock';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';

/** A Thursday afternoon in Manila. */
const THURSDAY_MS = Date.parse('2026-11-19T07:30:00Z');

function sampleRecords(): readonly RecordState[] {
  const { edits } = generateSample({
    seed: 7,
    nowMs: THURSDAY_MS,
    managerZone: 'Europe/Lisbon',
  });
  const records = new Map<string, RecordState>();
  for (const { edit, atMs, memberId } of edits) {
    const key = `${edit.audience}/${edit.type}/${edit.id}`;
    const change = { ...edit, hlc: formatHlc({ ms: atMs, counter: 0 }) };
    records.set(key, mergeChange(records.get(key), change, memberId, edit.audience));
  }
  return [...records.values()];
}

const records = sampleRecords();
const outputs = new Map<string, Deliverable>(
  records
    .filter(({ type }) => type === 'deliverable')
    .map((record) => [`${record.audience} ${record.id}`, deliverableFrom(record)]),
);
const allFacts: readonly RunFacts[] = records
  .filter(({ type }) => type === 'run')
  .map((record): RunFacts => {
    const run = runFrom(record);
    const deliverable = outputs.get(`${record.audience} ${run.deliverableId}`) ?? null;
    return { run, answers: run.answers, earlier: new Map(), deliverable };
  });

function procedure(title: string): {
  readonly versions: readonly SopVersion[];
  readonly facts: readonly RunFacts[];
} {
  const sop = records.find(({ type, fields }) => type === 'sop' && fields['title'] === title);
  const ofSop = records.filter(
    ({ type, fields }) => type === 'sopVersion' && fields['sopId'] === sop?.id,
  );
  return {
    versions: versionsFrom(ofSop).toReversed(),
    facts: allFacts.filter(({ run }) => run.sopId === sop?.id),
  };
}

describe('the sample team’s sheets of products', () => {
  const { versions, facts } = procedure('Put a sheet of products live');
  const figures = versions.map((version) => versionFigures(version, facts));
  const [first, second] = figures;
  if (!first || !second) throw new Error('there are two versions');

  test('have the errors per unit that a plain sum of their outputs has', () => {
    for (const { version, estimates } of figures) {
      let errors = 0;
      let units = 0;
      for (const { run, deliverable } of facts) {
        if (run.versionId !== version.id || run.finishedAtMs === null || !deliverable) continue;
        errors += deliverable.errors ?? 0;
        units += deliverable.errors === null ? 0 : deliverable.quantity;
      }
      expect(units).toBeGreaterThan(100);
      expect(estimates.errors?.ofCount).toBe(units);
      expect(estimates.errors?.value).toBeCloseTo(errors / units, 12);
    }
  });

  test('went wrong less often since version 2, and nothing else is claimed', () => {
    const effects = effectsBetween(first, second);
    const verdicts = Object.fromEntries(
      effects.map(({ measure, verdict }) => [measure, verdict] as const),
    );
    expect(verdicts).toEqual({
      activeTime: 'unclear',
      turnaround: 'unclear',
      errors: 'helped',
      returned: 'unclear',
    });
    const errors = effects.find(({ measure }) => measure === 'errors');
    expect(errors?.difference?.high).toBeLessThan(0);
    expect(errors?.before?.runs.length).toBe(first.finished.length);
    expect(errors?.after?.runs.length).toBe(second.finished.length);
  });

  test('were all made by one person', () => {
    const { test: result, finishedBy } = strangersOf(facts);
    expect(result).toBe('onePerson');
    expect([...finishedBy.values()].map((runs) => runs.length)).toEqual([
      first.finished.length + second.finished.length,
    ]);
  });
});

test('a step is gone through by as many runs as have its answer, and skipped by as many as say so', () => {
  const { versions, facts } = procedure('Answer a ticket so that it stays answered');
  const [version] = versions;
  if (!version) throw new Error('it is published');
  const ended = facts.filter(({ run }) => run.finishedAtMs !== null);
  for (const { step, through, skipped, time } of stepFigures(version, facts)) {
    const given = ended.filter(({ run }) => run.answers.has(step.id));
    expect(through.length).toBe(given.length);
    expect(skipped.runs.length).toBe(
      given.filter(({ run }) => run.answers.get(step.id)?.isSkipped).length,
    );
    expect(time?.count).toBe(given.length);
  }
  expect(strangersOf(facts).test).toBe('passed');
});
