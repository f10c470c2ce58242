import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { edit, finished, goTo, panel, row, showStrategy } from './strategy-on-screen.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

describe('the line in hand', () => {
  test('a value told today moves the progress of everything above', async () => {
    await showStrategy(desk);
    expect((await row(/Rated 4\.6/)).textContent).toContain('Not measured yet');
    await goTo(desk.user, /Rated 4\.6/);
    const fields = within(await panel());
    await desk.user.type(fields.getByLabelText('Value today'), '4.35');
    await desk.user.click(fields.getByRole('button', { name: 'Check in' }));
    for (const name of [/Rated 4\.6/, /Fast answers/, /Keep buyers/, /Half come back/]) {
      await waitFor(async () => expect((await row(name)).textContent).toContain('50%'));
    }
    expect((await readPlan()).keyResultById.get('k')?.readings[0]).toMatchObject({
      day: '2026-11-18',
      value: 4.35,
      byId: desk.memberId,
    });
  });

  test('finished work moves a key result that is read from the log', async () => {
    await showStrategy(desk, [
      edit('keyResult', 'k2', {
        name: '40 inquiries answered',
        objectiveId: 'ob',
        source: 'measure',
        measure: 'quantity',
        target: 40,
      }),
      edit('outcome', 'o2', { name: 'Chats', unit: 'chats', keyResultId: 'k2' }),
    ]);
    await row(/40 inquiries answered/);
    must(await save([finished(desk, 'a', 'o2', 10)]));
    await waitFor(async () =>
      expect((await row(/40 inquiries answered/)).textContent).toContain('25%'),
    );
    expect((await row(/Fast answers/)).textContent).toContain('1 of 2 measured');
  });

  test('a target that is the start, and an end before the start, are refused where they are typed', async () => {
    await showStrategy(desk);
    await goTo(desk.user, /Rated 4\.6/);
    const fields = within(await panel());
    const target = fields.getByLabelText('Target');
    await desk.user.clear(target);
    await desk.user.type(target, '4.1');
    expect(await fields.findByText(/there is no way to go/)).toBeDefined();
    await desk.user.tab();
    const from = fields.getByLabelText('From');
    await desk.user.type(from, '2026-12-01');
    await desk.user.tab();
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('k')?.startsOn).toBe('2026-12-01'),
    );
    await desk.user.type(fields.getByLabelText('Until'), '2026-11-01');
    await desk.user.tab();
    expect(await fields.findByText('This is before it starts.')).toBeDefined();
    expect((await readPlan()).keyResultById.get('k')).toMatchObject({ target: 4.6, endsOn: '' });
  });

  test('an outcome is found and serves the key result', async () => {
    await showStrategy(desk, [edit('outcome', 'o2', { name: 'Chats', unit: 'chats' })]);
    await goTo(desk.user, /Rated 4\.6/);
    await desk.user.keyboard('n');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    await desk.user.keyboard('Chat');
    await desk.user.click(await screen.findByRole('option', { name: /Chats/ }));
    await waitFor(async () =>
      expect((await readPlan()).outcomeById.get('o2')?.keyResultId).toBe('k'),
    );
  });
});
