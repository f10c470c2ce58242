import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const plan = async (type: string, id: string, fields: Fields) =>
  must(await save([{ audience: 'team', type, id, fields }]));
const work = async (id: string, fields: Fields) =>
  must(
    await save([
      {
        audience: memberAudience('ana'),
        type: 'deliverable',
        id: `202611-${id}`,
        fields: { outcomeId: 'uploads', zone: 'Asia/Manila', ...fields },
      },
    ]),
  );
const logged = async (id: string, day: string, quantity: number, more: Fields = {}) =>
  await work(id, { day, quantity, completedAtMs: Date.parse(`${day}T08:00:00Z`), ...more });

async function aTeam() {
  await plan('member', 'ana', { name: 'Ana', seat: 'assistant', timeZone: 'Asia/Manila' });
  await plan('outcome', 'uploads', {
    name: 'Product uploads',
    statement: 'Every new product is live within a day',
    unit: 'listings',
    ownerId: 'ana',
    measures: [{ kind: 'quantity', direction: 'atLeast', target: 10, period: 'day' }],
  });
}

const rowOf = async (name: string) => {
  const panel = await screen.findByRole('region', { name: 'Output against target' });
  return await within(panel).findByRole('row', { name: new RegExp(`^${name}`) });
};

describe('output against target', () => {
  test('a week’s output stands against the week’s target, pro-rated to now', async () => {
    await aTeam();
    await logged('a', '2026-11-16', 12);
    await logged('b', '2026-11-17', 9);
    desk.show('overview', <OverviewView />);
    const ana = await rowOf('Ana');
    expect(ana.textContent).toContain('21 of 50 listings');
    const bar = within(ana).getByRole('meter');
    expect(bar.getAttribute('aria-valuetext')).toContain('expected by now 30');
    const headline = screen.getByRole('button', { name: /^Output against target/ });
    expect(headline.textContent).toContain('70%');
    expect(headline.textContent).toContain('0 of 1 target on pace');
  });

  test('by outcome shows the same work under what it was for', async () => {
    await aTeam();
    await logged('a', '2026-11-16', 12);
    desk.show('overview', <OverviewView />);
    await desk.user.click(await screen.findByRole('radio', { name: 'By outcome' }));
    expect((await rowOf('Product uploads')).textContent).toContain('12 of 50 listings');
  });

  test('a day earlier shows that day alone', async () => {
    await aTeam();
    await logged('a', '2026-11-17', 9);
    await logged('b', '2026-11-18', 4);
    desk.show('overview', <OverviewView />, { period: 'day' });
    expect((await rowOf('Ana')).textContent).toContain('4 of 10 listings');
    await desk.user.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(await screen.findByText('Tuesday 17 November 2026')).toBeDefined();
    await waitFor(async () =>
      expect((await rowOf('Ana')).textContent).toContain('9 of 10 listings'),
    );
  });

  test('a holiday asks for nothing, and work on it still counts', async () => {
    await aTeam();
    await plan('calendar', 'ph', {
      name: 'Manila',
      versions: [
        {
          fromDay: '0001-01-01',
          timeZone: 'Asia/Manila',
          shifts: [{ weekday: 3, fromMinute: 540, toMinute: 1080 }],
          holidays: ['2026-11-18'],
        },
      ],
    });
    await plan('member', 'ana', { calendarId: 'ph' });
    await logged('a', '2026-11-18', 4);
    desk.show('overview', <OverviewView />, { period: 'day' });
    expect((await rowOf('Ana')).textContent).toContain('4 listings');
    expect((await rowOf('Ana')).textContent).toContain('no target');
  });
});

describe('what is stuck', () => {
  test('is listed with its age, its reason and on whom it waits', async () => {
    await aTeam();
    await work('x', {
      title: 'Autumn sheet',
      startedAtMs: Date.parse('2026-11-16T01:00:00Z'),
      'block.1': {
        fromMs: Date.parse('2026-11-17T10:30:00Z'),
        on: 'manager',
        reason: 'Which price list?',
      },
    });
    desk.show('overview', <OverviewView />);
    const item = await screen.findByRole('button', { name: /Autumn sheet/ });
    expect(item.textContent).toContain('1 day');
    expect(item.textContent).toContain('Which price list?');
    expect(item.textContent).toContain('waits for you');
    expect(screen.getByRole('button', { name: /^Blocked/ }).textContent).toContain('1');
  });
});

describe('rates', () => {
  test('never stand without what they were counted from', async () => {
    await aTeam();
    await logged('a', '2026-11-17', 100, {
      errors: 2,
      requestedAtMs: Date.parse('2026-11-17T02:00:00Z'),
    });
    desk.show('overview', <OverviewView />);
    const accuracy = await screen.findByRole('button', { name: /^Accuracy/ });
    expect(accuracy.textContent).toContain('98%');
    expect(accuracy.textContent).toContain('n = 100');
    const ana = await rowOf('Ana');
    expect(ana.textContent).toContain('98%n = 100');
    expect(ana.textContent).toContain('6 hn = 1');
  });
});
