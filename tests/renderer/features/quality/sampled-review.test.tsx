import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { checksOfSample, qualitySamples } from '../../../../renderer/data/quality/samples.ts';
import { QualityView } from '../../../../renderer/features/quality/quality-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import { drawRank } from '#shared/quality/draw';
import { drawnCount, drawnUnits } from '#shared/quality/quality-sample';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');
const DAY_MS = 86_400_000;

let desk: ManagerDesk;
beforeEach(async () => {
  Element.prototype.scrollIntoView ??= () => undefined;
  desk = await openManager(NOW_MS);
  must(
    await save([
      team('member', 'ana', { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('outcome', 'uploads', {
        name: 'Uploads',
        unit: 'listings',
        ownerId: 'ana',
        measures: [
          {
            kind: 'accuracy',
            direction: 'atLeast',
            target: 0.98,
            period: 'week',
            sampling: { kind: 'share', shareRatio: 0.2 },
          },
        ],
      }),
      team('returnReason', 'price', { name: 'Wrong price', position: 1 }),
      team('returnReason', 'photo', { name: 'Missing photograph', position: 2 }),
    ]),
  );
});
afterEach(async () => {
  cleanup();
  await desk.leave();
});

const team = (type: string, id: string, fields: Fields) => ({
  audience: 'team' as const,
  type,
  id,
  fields,
});
const finished = (at: number, fields: Fields = {}) => ({
  audience: memberAudience('ana'),
  type: 'deliverable',
  id: idOf(at),
  fields: {
    outcomeId: 'uploads',
    title: `Sheet ${at}`,
    zone: 'Asia/Manila',
    quantity: 4,
    errors: 0,
    completedAtMs: NOW_MS - 8 * DAY_MS,
    day: '2026-11-10',
    ...fields,
  },
});
const idOf = (at: number): string => `202611-s${String(at).padStart(3, '0')}`;
const log = async (count: number) =>
  must(await save(Array.from({ length: count }, (_, at) => finished(at))));
const show = () =>
  desk.show(
    'quality',
    <>
      <QualityView />
      <ToastRegion />
    </>,
  );
const sampleOf = async () => {
  const [sample] = await qualitySamples();
  if (!sample) throw new Error('nothing was drawn');
  return sample;
};
/** What is looked at: a message that is shown meanwhile has a heading too. */
const heading = async () => await screen.findByRole('heading', { level: 2, name: /^Sheet \d/ });

async function drawDue(): Promise<void> {
  show();
  await desk.user.click(await screen.findByRole('button', { name: 'Draw the sample of Uploads' }));
  await desk.user.click(await screen.findByRole('button', { name: /^Draw 6/ }));
  await screen.findByRole('listbox', { name: 'Drawn deliverables' });
}

describe('a sampled review', () => {
  test('is due by the measure, drawn by its share, and can be checked by its seed', async () => {
    await log(30);
    await drawDue();
    const sample = await sampleOf();
    expect(sample).toMatchObject({
      outcomeIds: ['uploads'],
      fromDay: '2026-11-09',
      toDay: '2026-11-15',
      sizedBy: { kind: 'share', shareRatio: 0.2 },
      drawnById: desk.memberId,
    });
    expect(currentRoute().params).toEqual({ sample: sample.id });
    const byHand = Array.from({ length: 30 }, (_, at) => idOf(at))
      .toSorted((a, b) => (drawRank(sample.seed, a) < drawRank(sample.seed, b) ? -1 : 1))
      .slice(0, 6);
    expect(drawnUnits(sample).map(({ deliverableId }) => deliverableId)).toEqual(byHand);
    await desk.user.click(screen.getByRole('button', { name: '6 drawn of 30' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Check the draw' }));
    expect(await screen.findByText(/the same 6\.$/)).toBeDefined();
  });

  test('goes by keys: accept, return for a reason of the list, leave what nobody can judge', async () => {
    await log(30);
    await drawDue();
    const sample = await sampleOf();
    const [first, second, third, fourth] = drawnUnits(sample);
    const titleOf = (unit = first) => `Sheet ${Number(unit?.deliverableId.slice(-3))}`;
    expect((await heading()).textContent).toContain(titleOf(first));

    await desk.user.keyboard('a');
    await waitFor(async () => expect((await heading()).textContent).toContain(titleOf(second)));
    await desk.user.keyboard('r');
    const dialog = await screen.findByRole('dialog', { name: /^Return/ });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await desk.user.keyboard('2');
    await desk.user.type(
      within(dialog).getByLabelText('What is to be done better'),
      'row 3{Enter}',
    );
    await waitFor(async () => expect((await heading()).textContent).toContain(titleOf(third)));
    await desk.user.keyboard('s');
    await waitFor(async () => expect((await heading()).textContent).toContain(titleOf(fourth)));
    expect(await screen.findByText('3 of 6 looked at')).toBeDefined();

    const checks = new Map(
      (await checksOfSample(sample.id)).map((check) => [check.deliverableId, check]),
    );
    expect(checks.get(first?.deliverableId ?? '')).toMatchObject({
      verdict: 'accepted',
      quantity: 4,
    });
    expect(checks.get(second?.deliverableId ?? '')).toMatchObject({
      verdict: 'returned',
      reasonId: 'photo',
      reason: 'Missing photograph',
      note: 'row 3',
      errorCount: 1,
    });
    expect(checks.get(third?.deliverableId ?? '')?.verdict).toBe('skipped');
    expect(await readEntry(memberAudience('ana'), second?.deliverableId ?? '')).toMatchObject({
      completedAtMs: null,
      returnReason: 'Missing photograph: row 3',
      reopenedCount: 1,
    });
    // One of two accepted; seven of eight pieces right.
    expect(await screen.findByText('50%')).toBeDefined();
    expect(await screen.findByText('87.5%')).toBeDefined();
  });

  test('is taken back with its verdict and its work alike', async () => {
    await log(30);
    await drawDue();
    const sample = await sampleOf();
    const [first] = drawnUnits(sample);
    await desk.user.keyboard('a');
    await screen.findByText('1 of 6 looked at');
    await undoLast();
    expect(await screen.findByText('0 of 6 looked at')).toBeDefined();
    const entry = await readEntry(memberAudience('ana'), first?.deliverableId ?? '');
    expect(entry?.acceptedAtMs).toBeNull();
  });

  test('counts what is open again without sending it back twice, and knows what is gone', async () => {
    await log(30);
    await drawDue();
    const [first, second] = drawnUnits(await sampleOf());
    must(
      await save([
        {
          ...finished(0),
          id: first?.deliverableId ?? '',
          fields: { completedAtMs: null, returnedAtMs: NOW_MS, returnReason: 'too dark' },
        },
        { ...finished(0), id: second?.deliverableId ?? '', fields: { deleted: true } },
      ]),
    );
    expect(await screen.findByText(/It came back after it was drawn: too dark/)).toBeDefined();
    expect(screen.getByRole('button', { name: /^Accept/ }).hasAttribute('disabled')).toBe(true);
    await desk.user.keyboard('r');
    expect(await screen.findByText('It is open already: this only counts it.')).toBeDefined();
    const dialog = screen.getByRole('dialog', { name: /^Return/ });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await desk.user.keyboard('1{Enter}');
    await screen.findByText('1 of 6 looked at');
    const entry = await readEntry(memberAudience('ana'), first?.deliverableId ?? '');
    expect(entry).toMatchObject({ returnReason: 'too dark', reopenedCount: 0 });
    expect(await screen.findByText('Not here')).toBeDefined();
  });
});

describe('the form of a draw', () => {
  test('says how many are needed for how sure one wants to be', async () => {
    await log(200);
    show();
    await desk.user.click(await screen.findByRole('button', { name: /^Draw a sample/ }));
    // ±5 points at 95% of 200, expecting 90%: with Wilson's interval and the finite correction.
    expect(await screen.findByText('83 of 200')).toBeDefined();
    const points = screen.getByLabelText('Give or take');
    await desk.user.clear(points);
    await desk.user.type(points, '10');
    expect(await screen.findByText('32 of 200')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: /^Draw 32/ }));
    await screen.findByRole('listbox', { name: 'Drawn deliverables' });
    expect(drawnCount(await sampleOf())).toBe(32);
  });
});

describe('the team’s list of reasons', () => {
  test('is added to, put in order, and what is retired is offered no longer', async () => {
    show();
    await desk.user.click(await screen.findByRole('button', { name: /^Return reasons/ }));
    await desk.user.type(await screen.findByLabelText('Add a reason'), 'wrong price');
    expect(screen.getByText('It is on the list already.')).toBeDefined();
    await desk.user.clear(screen.getByLabelText('Add a reason'));
    await desk.user.type(screen.getByLabelText('Add a reason'), 'Late{Enter}');
    await desk.user.click(await screen.findByRole('button', { name: 'Move “Late” up' }));
    await desk.user.click(
      await screen.findByRole('button', { name: 'Offer “Missing photograph” no longer' }),
    );
    expect(await screen.findByText('No longer offered')).toBeDefined();
    await waitFor(async () => {
      const { returnReasons } = await readPlan();
      expect(returnReasons.map(({ name, isRetired }) => [name, isRetired])).toEqual([
        ['Wrong price', false],
        ['Late', false],
        ['Missing photograph', true],
      ]);
    });
  });
});
