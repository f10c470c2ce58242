import { describe, expect, it } from 'vitest';
import { nextOpen, pathOf } from '../../../shared/sops/path.ts';
import { isRunOpen } from '../../../shared/sops/run.ts';
import { stepGroups } from '../../../shared/sops/section.ts';
import type { SopVersion } from '../../../shared/sops/sop.ts';
import { THURSDAY_MS, readSample, sampleAt } from './read-sample.ts';

const groupTitles = (version: SopVersion | undefined): (string | undefined)[] =>
  stepGroups(version?.steps ?? [], version?.sections ?? []).map(({ section }) => section?.title);

describe('the sample’s procedures', () => {
  const { members, runs, versions, suggestions, signOffs } = readSample(sampleAt(THURSDAY_MS));
  const idAt = (place: string): string => members.find((each) => each.place === place)?.id ?? '';

  it('credits whoever proposed the second version, and asks where prices differed', () => {
    const second = versions.find(({ number }) => number === 2);
    const accepted = suggestions.find(({ decision }) => decision?.verdict === 'accepted');
    expect(second?.credits).toEqual([
      { suggestionId: accepted?.id, memberId: idAt('Manila'), stepId: 'prices' },
    ]);
    expect(accepted?.publishedIn).toBe(2);
    expect(accepted?.decision?.atMs).toBeLessThan(second?.publishedAtMs ?? 0);
    const ended = runs.filter(
      ({ versionId, finishedAtMs }) => versionId === second?.id && finishedAtMs !== null,
    );
    const differed = ended.filter(({ answers }) => Number(answers.get('prices')?.value) >= 1);
    expect(differed.length).toBeGreaterThan(0);
    expect(differed.length).toBeLessThan(ended.length);
    for (const run of ended) expect(run.answers.has('differed')).toBe(differed.includes(run));
    expect(groupTitles(second)).toEqual([
      'Before you open the shop',
      'Write the pages',
      'Prices',
      'Go live',
    ]);
  });

  it('has suggestions that wait, one that was declined with its reason, and a refund to sign', () => {
    const waiting = suggestions.filter(({ decision }) => decision === null);
    expect(waiting.length).toBeGreaterThanOrEqual(4);
    const declined = suggestions.find(({ decision }) => decision?.verdict === 'declined');
    expect(declined?.decision?.reason.length).toBeGreaterThan(40);
    for (const { sopId, stepId, versionId } of suggestions) {
      const version = versions.find(({ id }) => id === versionId);
      expect(version?.sopId).toBe(sopId);
      // What led to the second version asks for a step that was not there.
      if (stepId !== '') expect(version?.steps.map(({ id }) => id)).toContain(stepId);
    }
    const [asked] = signOffs;
    const run = runs.find(({ id }) => id === asked?.runId);
    expect(asked?.signature).toBeNull();
    expect(run && isRunOpen(run)).toBe(true);
    const steps = versions.find(({ id }) => id === run?.versionId)?.steps ?? [];
    expect(run && nextOpen(pathOf(steps, run.answers))?.step.id).toBe(asked?.stepId);
  });

  it('answers every step of a finished run as the procedure asks', () => {
    const finished = runs.filter(({ finishedAtMs }) => finishedAtMs !== null);
    expect(finished.length).toBeGreaterThan(300);
    for (const run of finished) {
      const steps = versions.find(({ id }) => id === run.versionId)?.steps ?? [];
      expect(steps.length).toBeGreaterThan(5);
      expect(nextOpen(pathOf(steps, run.answers))).toBeNull();
    }
  });

  it('has a slip of the key here and there, and a shop that keeps somebody waiting', () => {
    const slips = sampleAt(THURSDAY_MS)
      .edits.filter(({ edit }) => edit.type === 'run')
      .flatMap(({ edit }) =>
        Object.keys(edit.fields)
          .filter((name) => name.startsWith('answer.'))
          .map((name) => `${edit.id} ${name}`),
      );
    expect(slips.length - new Set(slips).size).toBeGreaterThan(10);
    const held = runs.filter(({ holds }) => holds.length > 0);
    expect(held.length).toBeGreaterThan(5);
    for (const { holds, startedAtMs } of held) {
      for (const { fromMs, toMs } of holds) {
        expect(fromMs).toBeGreaterThan(startedAtMs);
        expect(toMs === null || toMs > fromMs).toBe(true);
      }
    }
  });
});
