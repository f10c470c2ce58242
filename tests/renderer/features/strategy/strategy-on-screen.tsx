import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import type { Edit, Fields } from '#shared/stream/change';
import { StrategyView } from '../../../../renderer/features/strategy/strategy-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { must } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

export const edit = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

/** A piece of work that the manager finished on the test's day. */
export const finished = (
  { memberId }: ManagerDesk,
  id: string,
  outcomeId: string,
  quantity: number,
): Edit => ({
  audience: `m-${memberId}`,
  type: 'deliverable',
  id: `202611-${id}`,
  fields: {
    memberId,
    outcomeId,
    quantity,
    completedAtMs: Date.parse('2026-11-18T09:00:00Z'),
    day: '2026-11-18',
  },
});

/** A goal, this quarter's priority, an objective and a key result by hand that one outcome serves; on screen. */
export async function showStrategy(
  desk: ManagerDesk,
  more: readonly Edit[] = [],
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  const ownerId = desk.memberId;
  must(
    await save([
      edit('goal', 'g', { name: 'Half come back', why: 'They cost least', ownerId }),
      edit('priority', 'p', { name: 'Keep buyers', goalId: 'g', quarter: '2026-Q4' }),
      edit('objective', 'ob', { name: 'Fast answers', priorityId: 'p', team: 'Support' }),
      edit('keyResult', 'k', {
        name: 'Rated 4.6',
        objectiveId: 'ob',
        unit: 'of 5',
        start: 4.1,
        target: 4.6,
      }),
      edit('outcome', 'o', {
        name: 'Inquiries',
        statement: 'All answered',
        unit: 'answers',
        keyResultId: 'k',
        ownerId,
      }),
      ...more,
    ]),
  );
  desk.show('strategy', <StrategyView />, params);
}

export const row = async (name: RegExp) => await screen.findByRole('row', { name });

export const panel = async () => await screen.findByRole('complementary', { name: /^Details of/ });

/** Goes down the tree by the keyboard to the line of a name. */
export async function goTo(user: UserEvent, name: RegExp): Promise<void> {
  (await screen.findByRole('treegrid')).focus();
  await user.keyboard('{Home}');
  for (let steps = 0; steps < 20; steps += 1) {
    const selected = screen.queryByRole('row', { selected: true });
    if (name.test(selected?.textContent ?? '')) return;
    await user.keyboard('{ArrowDown}');
  }
  const focused = document.activeElement?.outerHTML.slice(0, 80) ?? 'nothing';
  throw new Error(`No line ${String(name)}; the keys went to ${focused}`);
}

/** What was edited is saved, and the tree has the keys again. */
export const backInTree = async () =>
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('treegrid'));
