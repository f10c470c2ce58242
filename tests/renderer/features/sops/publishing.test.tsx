import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_PATCH } from '#shared/sops/draft-patch';
import { EMPTY_STEP } from '#shared/sops/step';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { versionsOf } from '../../../../renderer/data/sops.ts';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { publishSop } from '../../../../renderer/services/sop-versions.ts';
import { createSop, saveDraft } from '../../../../renderer/services/sops.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const theSop = async () => {
  const [sop] = (await readPlan()).sops;
  if (!sop) throw new Error('There is no SOP');
  return sop;
};
const savedSteps = async () => (await theSop()).draftSteps.map((step) => step.title);
const versions = async () => await versionsOf((await theSop()).id);

/** An SOP of steps with these titles. */
async function write(...titles: readonly string[]): Promise<string> {
  const { sopId } = must(await createSop({ title: 'Upload', outcomeId: '', ownerId: '' }));
  await rewrite(...titles);
  return sopId;
}

async function rewrite(...titles: readonly string[]): Promise<void> {
  const sop = await theSop();
  const steps = new Map([
    ...sop.draftSteps.map(({ id }) => [id, null] as const),
    ...titles.map((title, at) => {
      const id = `s-${title.split(' ')[0]?.toLowerCase()}`;
      return [id, { ...EMPTY_STEP, id, order: at, title }] as const;
    }),
  ]);
  must(await saveDraft(sop.id, { ...NO_PATCH, steps }));
}

const published = async (changeNote: string) =>
  must(
    await publishSop(await theSop(), {
      changeNote,
      changeReason: 'It was asked for',
      effectiveOn: '',
      reviewOn: '2027-01-01',
    }),
  );

const show = (sopId: string) => desk.show('sops', <SopsView />, { sopId });
const press = async (name: string | RegExp) => {
  await waitFor(() =>
    expect(screen.getByRole('button', { name })).toHaveProperty('disabled', false),
  );
  await desk.user.click(screen.getByRole('button', { name }));
};
const openTab = async (name: string | RegExp) =>
  await desk.user.click(await screen.findByRole('tab', { name }));

async function joinedBy(id: string, name: string): Promise<void> {
  const fields = { name, seat: 'manager', timeZone: 'Asia/Manila' };
  must(await save([{ audience: 'team', type: 'member', id, fields }]));
}

describe('publishing', () => {
  test('a first version needs no reason; a second one says what changed, and why', async () => {
    const sopId = await write('Check the photos');
    show(sopId);
    await press('Publish…');
    const first = await screen.findByRole('dialog', { name: 'Publish version 1' });
    expect(within(first).queryByLabelText('Why it changed')).toBeNull();
    expect(within(first).getByText(/You are its only manager/)).toBeDefined();
    await desk.user.click(within(first).getByRole('button', { name: /^Publish/ }));
    await waitFor(async () => expect(await versions()).toHaveLength(1));
    expect(await screen.findByText(/Published$/)).toBeDefined();

    await rewrite('Check the photos', 'Weigh it');
    await press('Publish…');
    const second = await screen.findByRole('dialog', { name: 'Publish version 2' });
    const submit = within(second).getByRole('button', { name: /^Publish/ });
    await desk.user.click(submit);
    expect(within(second).getByText(/Say in a sentence what changed/)).toBeDefined();
    expect(within(second).getByText(/Say why/)).toBeDefined();
    await desk.user.type(within(second).getByLabelText('What changed'), 'Parcels are weighed');
    await desk.user.type(within(second).getByLabelText('Why it changed'), 'They came back');
    await desk.user.click(submit);
    await waitFor(async () => expect(await versions()).toHaveLength(2));
    expect((await versions())[0]).toMatchObject({
      changeNote: 'Parcels are weighed',
      changeReason: 'They came back',
      publishedById: desk.memberId,
      effectiveOn: '',
    });
  });

  test('a version can wait for its day, which is today or later', async () => {
    const sopId = await write('Check the photos');
    show(sopId);
    await press('Publish…');
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('radio', { name: 'From a day on' }));
    const day = within(dialog).getByLabelText('From');
    await desk.user.clear(day);
    await desk.user.type(day, '2026-11-17');
    const submit = within(dialog).getByRole('button', { name: /^Publish/ });
    await desk.user.click(submit);
    expect(within(dialog).getByText('Choose today or a later day.')).toBeDefined();
    await desk.user.clear(day);
    await desk.user.type(day, '2026-12-01');
    await desk.user.click(submit);
    await waitFor(async () => expect((await versions())[0]?.effectiveOn).toBe('2026-12-01'));
    await openTab(/Versions/);
    expect(await screen.findByText(/in force from Tue 1 Dec/)).toBeDefined();
  });

  test('what is wrong keeps a draft from being published, and leads to its step', async () => {
    const sopId = await write('Check the photos', '');
    show(sopId);
    await press('Publish…');
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('button', { name: /Step 2/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', ''));
    expect(await versions()).toEqual([]);
  });
});

describe('the versions', () => {
  test('are compared step by step, and with the draft', async () => {
    const sopId = await write('Check the photos', 'Weigh it');
    await published('First');
    await rewrite('Check all photos', 'Weigh it', 'Seal it');
    await published('Seal it too');
    show(sopId);
    await openTab(/Versions/);
    expect(await screen.findByText('Seal it too')).toBeDefined();
    await press('Changes of version 2');
    const dialog = await screen.findByRole('dialog', { name: 'Compare versions' });
    expect(within(dialog).getByText('1 step added · 1 changed · 1 unchanged')).toBeDefined();
    expect(within(dialog).getByText('the', { selector: 'del' })).toBeDefined();
    expect(within(dialog).getByText('all', { selector: 'ins' })).toBeDefined();
    await desk.user.keyboard('{F7}');
    expect(document.activeElement?.textContent).toContain('Check');
    await desk.user.click(within(dialog).getByRole('button', { name: '1 unchanged step' }));
    expect(within(dialog).getByText('Weigh it')).toBeDefined();
  });

  test('an older one becomes the draft again, as one act that is taken back', async () => {
    const sopId = await write('Check the photos');
    await published('First');
    await rewrite('Weigh it', 'Seal it');
    show(sopId);
    await openTab(/Versions/);
    await press('Make it the draft: version 1');
    await waitFor(async () => expect(await savedSteps()).toEqual(['Check the photos']));
    await press(/^Undo/);
    await waitFor(async () => expect(await savedSteps()).toEqual(['Weigh it', 'Seal it']));
  });
});

describe('a review', () => {
  test('is asked for, keeps the draft from being written at, and can be taken back', async () => {
    await joinedBy('ben', 'Ben');
    const sopId = await write('Check the photos');
    show(sopId);
    await press('Ask for a review…');
    const dialog = await screen.findByRole('dialog');
    await desk.user.type(within(dialog).getByLabelText('What to look at'), 'Is it short enough?');
    await desk.user.click(within(dialog).getByRole('button', { name: /^Ask/ }));
    // What was typed is on the screen before it is saved, too.
    expect(await screen.findByRole('button', { name: 'Take back to draft' })).toBeDefined();
    expect(screen.getByText('Is it short enough?')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Add step' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
    await press('Take back to draft');
    expect(await screen.findByRole('button', { name: 'Add step' })).toBeDefined();
  });

  test('that waits for me is told in the list; I send it back with a note', async () => {
    await joinedBy('ben', 'Ben');
    await write('Check the photos');
    const review = {
      askedById: 'ben',
      askedAtMs: 1,
      reviewerId: desk.memberId,
      note: 'New',
      afterVersionId: '',
    };
    const { id } = await theSop();
    must(await save([{ audience: 'team', type: 'sop', id, fields: { review } }]));
    desk.show('sops', <SopsView />);
    expect(await screen.findByText('1 SOP waits for your review')).toBeDefined();
    expect(await screen.findByText('Waits for your review')).toBeDefined();
    await press('Read “Upload”');
    expect(await screen.findByText('Ben asks you to read it')).toBeDefined();
    await press('Send back…');
    const dialog = await screen.findByRole('dialog');
    await desk.user.type(within(dialog).getByLabelText('What should change'), 'Say why');
    await desk.user.click(within(dialog).getByRole('button', { name: /^Send back/ }));
    expect(await screen.findByText(/Mara sent it back/)).toBeDefined();
    expect(screen.getByText('Say why')).toBeDefined();
    expect((await theSop()).review).toBeNull();
  });
});

describe('the readers', () => {
  test('are those whom it concerns: who has run it, who knows an older version, who is new to it', async () => {
    const sopId = await write('Check the photos');
    await published('First');
    const [v1] = await versions();
    await rewrite('Check the photos', 'Weigh it');
    await published('Weigh it');
    const [v2] = await versions();
    const member = (id: string, name: string) =>
      ({
        audience: 'team',
        type: 'member',
        id,
        fields: { name, seat: 'assistant', timeZone: 'Asia/Manila' },
      }) as const;
    const run = (memberId: string, versionId: string) =>
      ({
        audience: `m-${memberId}`,
        type: 'run',
        id: `run-${memberId}`,
        fields: { sopId, versionId, startedAtMs: Date.parse('2026-11-18T09:00:00Z') },
      }) as const;
    must(
      await save([
        member('ana', 'Ana Reyes'),
        member('ben', 'Ben Cruz'),
        member('cleo', 'Cleo Diaz'),
        run('ana', v1?.id ?? ''),
        run('ben', v2?.id ?? ''),
      ]),
    );
    show(sopId);
    await openTab('Readers');
    expect(await screen.findByText(/1 of 3 people have read or run it/)).toBeDefined();
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines.find((line) => line?.includes('Ana Reyes'))).toContain('Has not read it');
    expect(lines.find((line) => line?.includes('Ben Cruz'))).toContain('Ran it');
    expect(lines.find((line) => line?.includes('Cleo Diaz'))).toContain('Never ran it');
    await press('Copy a reminder: Ana Reyes');
    await waitFor(() =>
      expect(desk.computer.copied()).toContain('Hi Ana, version 2 of “Upload” is in force'),
    );
    expect(desk.computer.copied()).toContain('What changed: Weigh it.');
  });
});
