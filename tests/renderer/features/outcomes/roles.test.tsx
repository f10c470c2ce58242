import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import type { Plan } from '../../../../renderer/data/plan.ts';
import { OutcomesView } from '../../../../renderer/features/outcomes/outcomes-view.tsx';
import { describeRole } from '../../../../renderer/features/outcomes/role-description.ts';
import { roleMarkdown } from '../../../../renderer/features/outcomes/role-markdown.ts';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { choose, enter } from './edit-outcome.ts';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  must(
    await save([
      planEdit('member', 'ana', { name: 'Ana', seat: 'assistant', title: 'Care' }),
      planEdit('outcome', 'replies', {
        name: 'Replies',
        statement: 'Every question is answered within *four* hours',
        why: 'Who waits buys elsewhere',
        unit: 'replies',
        ownerId: 'ana',
        standInId: desk.memberId,
        measures: [{ kind: 'accuracy', direction: 'atLeast', target: 0.98, period: 'week' }],
        sla: [{ to: 'responded', minutes: 240 }],
      }),
    ]),
  );
});
afterEach(async () => {
  await desk.leave();
});

const showRoles = async () => {
  desk.show('outcomes', <OutcomesView />, { tab: 'roles' });
  await screen.findByRole('tab', { name: /Roles/, selected: true });
};
const plan = async (): Promise<Plan> => await readPlan();

async function addRole(name: string) {
  const { user } = desk;
  await user.click((await screen.findAllByRole('button', { name: 'Add role' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'New role' });
  await enter(user, 'Name', name);
  return dialog;
}

describe('a role', () => {
  test('has days and a status; an end before its start is refused where it is entered', async () => {
    const { user } = desk;
    await showRoles();
    const dialog = await addRole('Winter desk');
    const day = (label: string) => within(dialog).getByLabelText(label);
    await user.type(day('From'), '2026-12-01');
    await user.type(day('Until'), '2026-11-30');
    await user.click(within(dialog).getByRole('button', { name: 'Add role' }));
    expect(await within(dialog).findByText('This is before it starts.')).toBeDefined();
    expect((await plan()).roles).toEqual([]);
    await user.clear(day('Until'));
    await user.type(day('Until'), '2027-01-31');
    await choose(user, dialog, 'Status', 'Planned');
    await user.click(within(dialog).getByRole('button', { name: 'Add role' }));
    await waitFor(async () =>
      expect((await plan()).roles).toMatchObject([
        { status: 'planned', startsOn: '2026-12-01', endsOn: '2027-01-31' },
      ]),
    );
  });

  test('gathers outcomes and people; Ctrl+Z lets them go again', async () => {
    const { user } = desk;
    await showRoles();
    expect(await screen.findByText('1 member holds no role')).toBeDefined();
    expect(await screen.findByText('1 outcome is in no role')).toBeDefined();
    const dialog = await addRole('Customer care');
    await enter(user, 'Why it exists', 'Customers come back');
    await choose(user, dialog, 'Family', 'Support');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Replies' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Ana' }));
    await user.click(within(dialog).getByRole('button', { name: 'Add role' }));
    const row = await screen.findByRole('row', { name: /Customer care/ });
    expect(row.textContent).toContain('Replies');
    expect(row.textContent).toContain('Ana');
    expect(screen.queryByText('1 member holds no role')).toBeNull();
    const [role] = (await plan()).roles;
    expect(role).toMatchObject({
      family: 'support',
      why: 'Customers come back',
      memberIds: ['ana'],
    });
    expect((await plan()).outcomeById.get('replies')?.roleId).toBe(role?.id);
    await undoLast();
    expect(await screen.findByText('No role yet')).toBeDefined();
    expect((await plan()).outcomeById.get('replies')?.roleId).toBe('');
  });

  test('needs a name of its own', async () => {
    must(await save([planEdit('role', 'r', { name: 'Customer care' })]));
    await showRoles();
    const dialog = await addRole('customer care');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Add role' }));
    expect(within(dialog).getByText('Another role has this name.')).toBeDefined();
    expect((await plan()).roles).toHaveLength(1);
  });

  test('is given to who holds none at once, and takes in what is in none', async () => {
    const { user } = desk;
    must(await save([planEdit('role', 'r', { name: 'Customer care' })]));
    await showRoles();
    await user.click(await screen.findByRole('button', { name: 'Give Ana a role' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Customer care' }));
    await user.click(await screen.findByRole('button', { name: 'Put Replies into a role' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Customer care' }));
    await waitFor(async () => {
      const { roles, outcomes } = await plan();
      expect(roles[0]?.memberIds).toEqual(['ana']);
      expect(outcomes[0]?.roleId).toBe('r');
    });
  });

  test('held by somebody who left is flagged, and opened from there', async () => {
    const { user } = desk;
    must(
      await save([
        planEdit('member', 'ana', { gone: true }),
        planEdit('role', 'r', { name: 'Customer care', memberIds: ['ana'] }),
      ]),
    );
    await showRoles();
    expect(await screen.findByText(/somebody who holds it has left/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Mend Customer care' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit role' });
    await user.click(within(dialog).getByRole('checkbox', { name: 'Ana (left)' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByText(/holds it has left/)).toBeNull());
  });

  test('that is removed leaves its outcomes, in no role', async () => {
    const { user } = desk;
    must(
      await save([
        planEdit('role', 'r', { name: 'Customer care' }),
        planEdit('outcome', 'replies', { roleId: 'r' }),
      ]),
    );
    await showRoles();
    await user.click(await screen.findByRole('button', { name: 'More for Customer care' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove role' }));
    expect(await screen.findByText('1 outcome is in no role')).toBeDefined();
    expect((await plan()).outcomes[0]).toMatchObject({ name: 'Replies', roleId: '' });
  });
});

describe('a role’s description', () => {
  beforeEach(async () => {
    must(
      await save([
        planEdit('role', 'r', {
          name: 'Customer care',
          why: 'Customers come back',
          memberIds: ['ana', desk.memberId],
          ownerId: desk.memberId,
        }),
        planEdit('outcome', 'replies', { roleId: 'r' }),
      ]),
    );
  });

  test('says what its holders answer for, and leads to the editor', async () => {
    desk.show('outcomes', <OutcomesView />, { roleId: 'r' });
    expect(await screen.findByText('What you answer for')).toBeDefined();
    expect(screen.getByText('Held by Ana and Mara, looked after by Mara')).toBeDefined();
    expect(screen.getByText('At least 98% accurate, counted each week')).toBeDefined();
    expect(screen.getByText('Answered within 4 working hours')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Replies' }));
    expect(currentRoute()).toEqual({ view: 'outcome', params: { id: 'replies' } });
  });

  test('reads as Markdown in which nothing that was typed turns into markup', async () => {
    const held = await plan();
    const role = held.roleById.get('r');
    if (!role) throw new Error('The role is there');
    expect(roleMarkdown(describeRole(role, held))).toBe(
      [
        '# Customer care',
        'Held by Ana and Mara, looked after by Mara.',
        '> Customers come back',
        '## What you answer for',
        '### Replies',
        String.raw`**Every question is answered within \*four\* hours**`,
        [
          '- Why: Who waits buys elsewhere',
          '- How you can tell: At least 98% accurate, counted each week',
          '- Promised: Answered within 4 working hours',
          '- Owner: Ana',
          '- Stand-in: Mara\n',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  test('of a role that is gone says so', async () => {
    desk.show('outcomes', <OutcomesView />, { roleId: 'lost' });
    expect(await screen.findByText('This role is not here')).toBeDefined();
  });
});
