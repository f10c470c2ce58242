import { expect, test } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';
import { versionFigures } from '#shared/metrics/sop-effect';
import type { RunFacts } from '#shared/metrics/sop-runs';
import { stepFigures } from '#shared/metrics/sop-steps';
import { generateSample } from '#shared/sample/generate';
import { runFrom } from '#shared/sops/run';
import { stepsOf } from '#shared/sops/step';

type Raw = Record<string, Json>;

/** The sample's records, the last write of each field: read here by nothing that the figures are read by. */
function rawRecords(): ReadonlyMap<string, Raw> {
  const nowMs = Date.parse('2026-11-19T07:30:00Z');
  const { edits } = generateSample({ seed: 7, nowMs, managerZone: 'Europe/Lisbon' });
  const raw = new Map<string, Raw>();
  for (const { edit } of edits) {
    const key = `${edit.audience} ${edit.type} ${edit.id}`;
    raw.set(key, Object.assign(raw.get(key) ?? {}, edit.fields));
  }
  return raw;
}

const raw = rawRecords();
const ofType = (type: string): readonly (readonly [audience: string, id: string, Raw])[] =>
  [...raw].flatMap(([key, fields]) => {
    const [audience = '', ownType = '', id = ''] = key.split(' ');
    return ownType === type ? [[audience, id, fields] as const] : [];
  });

const facts: readonly RunFacts[] = ofType('run').map(([audience, id, fields]) => {
  const state = { audience: audience as 'team', type: 'run', id, fields, stamp: '' };
  const run = runFrom(state);
  const made = raw.get(`${audience} deliverable ${run.deliverableId}`);
  const deliverable = made
    ? deliverableFrom({ ...state, type: 'deliverable', id: run.deliverableId, fields: made })
    : null;
  return { run, answers: run.answers, earlier: new Map(), deliverable };
});

const num = (fields: Raw | undefined, name: string): number | null =>
  typeof fields?.[name] === 'number' ? fields[name] : null;

const objectsOf = (fields: Raw, prefix: string): Raw[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== null && typeof value === 'object' ? [value as Raw] : [],
  );

/** Half of the values lie below it, counted out. */
function middle(values: readonly number[]): number | null {
  const rest = values.toSorted((a, b) => a - b);
  while (rest.length > 2) {
    rest.shift();
    rest.pop();
  }
  return rest.length === 0 ? null : rest.reduce((sum, each) => sum + each, 0) / rest.length;
}

/** Stretch by stretch between all that happened: whether it stood still then. */
function activeByHand(run: Raw): number | null {
  const from = num(run, 'startedAtMs') ?? 0;
  const to = num(run, 'finishedAtMs') ?? 0;
  if (run['fromRunId'] !== undefined || from === 0 || to < from) return null;
  const holds = objectsOf(run, 'hold.').map((hold) => ({
    from: num(hold, 'fromMs') ?? 0,
    to: num(hold, 'toMs') ?? to,
  }));
  const cuts = [from, to, ...holds.flatMap((hold) => [hold.from, hold.to])]
    .filter((ms) => ms >= from && ms <= to)
    .toSorted((a, b) => a - b);
  let active = 0;
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? start;
    const isStill = holds.some((hold) => hold.from <= start && end <= hold.to);
    if (!isStill) active += end - start;
  }
  return active;
}

const isMigrated = (run: Raw): boolean =>
  objectsOf(run, 'choice.').some((choice) => choice['choice'] === 'migrate');

test.each(ofType('sopVersion').map(([, id, fields]) => [id, fields] as const))(
  'figures of %s are those counted out of the records by hand',
  (id, fields) => {
    const finished = ofType('run').filter(
      ([, , run]) => run['versionId'] === id && num(run, 'finishedAtMs') !== null,
    );
    const own = finished.filter(([, , run]) => !isMigrated(run));
    const lastOf = new Map<string, Raw>();
    for (const [audience, , run] of own) {
      const key = `${audience} deliverable ${String(run['deliverableId'])}`;
      const held = lastOf.get(key);
      if (!held || (num(held, 'finishedAtMs') ?? 0) < (num(run, 'finishedAtMs') ?? 0))
        lastOf.set(key, run);
    }
    const outputs = [...lastOf.keys()]
      .map((key) => raw.get(key))
      .filter((output) => output !== undefined);
    const checked = outputs.filter(
      (output) => num(output, 'errors') !== null && (num(output, 'quantity') ?? 1) > 0,
    );
    const errors = checked.reduce((sum, output) => sum + (num(output, 'errors') ?? 0), 0);
    const units = checked.reduce((sum, output) => sum + (num(output, 'quantity') ?? 1), 0);
    const waits = outputs.flatMap((output) => {
      const requested = num(output, 'requestedAtMs');
      const completed = num(output, 'completedAtMs');
      return requested === null || completed === null ? [] : [completed - requested];
    });
    const { estimates, ...said } = versionFigures({ id, number: 1 }, facts);
    expect(said.finished).toHaveLength(finished.length);
    expect(said.migratedCount).toBe(finished.length - own.length);
    expect(estimates.activeTime?.value ?? null).toBe(
      middle(own.flatMap(([, , run]) => activeByHand(run) ?? [])),
    );
    expect(estimates.turnaround?.value ?? null).toBe(middle(waits));
    expect(estimates.errors?.ofCount ?? 0).toBe(units);
    expect(estimates.errors?.value ?? 0).toBeCloseTo(units === 0 ? 0 : errors / units, 12);
    for (const { step, skipped } of stepFigures({ id, steps: stepsOf(fields) }, facts)) {
      const ended = ofType('run').filter(
        ([, , run]) =>
          run['versionId'] === id &&
          !isMigrated(run) &&
          (num(run, 'finishedAtMs') ?? num(run, 'abandonedAtMs')) !== null &&
          num(run, 'handedAtMs') === null,
      );
      const left = ended.filter(([, , run]) => {
        const answer = run[`answer.${step.id}`];
        return typeof answer === 'object' && (answer as Raw | null)?.['skipped'] === true;
      });
      expect(skipped.runs).toHaveLength(left.length);
    }
  },
);
