import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { checkIn } from '../../../../renderer/data/check-ins.ts';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { WrapUpView } from '../../../../renderer/features/wrap-up/wrap-up-view.tsx';
import { blockWork, logEntry, requestWork } from '../../../../renderer/services/deliverables.ts';
import { ANA, REPLIES, UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

const HOUR_MS = 3_600_000;
const TODAY = '2026-11-19';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
  // Thursday: on Wednesday she joined, in the middle of the day.
  desk.advance(24 * HOUR_MS);
});
afterEach(async () => {
  await desk.leave();
});

const section = (name: string) => screen.getByRole('textbox', { name });
const text = (name: string) => (section(name) as HTMLTextAreaElement).value;
async function show(): Promise<void> {
  desk.show('wrap-up', <WrapUpView />);
  await screen.findByRole('textbox', { name: 'Output' });
}

async function blockedWork(): Promise<void> {
  const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Spring catalogue' });
  const work = await readEntry(memberAudience(ANA), id);
  if (work) await blockWork(work, { on: 'client', reason: 'the price list' });
  desk.advance(2 * HOUR_MS);
}

describe('the day’s report', () => {
  test('sets output against target, names what waits, and says what is next', async () => {
    await blockedWork();
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 38, errors: 1 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16, note: 'two angry ones' });
    await show();
    expect(text('Output')).toContain(
      'Product uploads: 38 of 40 listings, 97.4% accurate (1 error)',
    );
    expect(text('Output')).toContain('Customer replies: 16 of 16 tickets');
    expect(text('Output')).toContain('two angry ones');
    expect(text('Blockers')).toBe(
      'Spring catalogue (Product uploads): Waiting on client for 2 h: the price list',
    );
    expect(text('Tomorrow')).toContain('Spring catalogue (Product uploads)');
  });

  test('below target without a blocker asks why, and is not sent before that is answered', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 40 });
    await show();
    const send = screen.getByRole('button', { name: 'Send the report' });
    expect(
      screen.getByText('Customer replies is 16 tickets below target. What held it up?'),
    ).toBeDefined();
    expect(text('Blockers')).toBe('');
    expect(send).toHaveProperty('disabled', true);
    await desk.user.click(screen.getByRole('button', { name: 'Less work came in' }));
    expect(text('Blockers')).toBe('Customer replies: 16 tickets below target. Less work came in');
    expect(send).toHaveProperty('disabled', false);
  });

  test('keeps what was edited when it is brought up to date, and over a closed window', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 40 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16 });
    await show();
    expect(text('Blockers')).toBe('No blockers.');
    await desk.user.type(section('Output'), '\nA good day.');
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 2 });
    await desk.user.click(await screen.findByRole('button', { name: 'Bring up to date' }));
    expect(text('Output')).toBe(
      'Customer replies: 16 of 16 tickets\nProduct uploads: 42 of 40 listings\nA good day.',
    );
    cleanup();
    await show();
    expect(text('Output')).toContain('A good day.');
  });

  test('is saved as sent and delivered, and can be changed and sent again', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 40 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16 });
    await show();
    await desk.user.click(screen.getByRole('button', { name: 'Send the report' }));
    expect(await screen.findByText(/^Sent 19 Nov 2026/)).toBeDefined();
    expect(await screen.findByRole('img', { name: 'Sent' })).toBeDefined();
    expect(await checkIn(ANA, TODAY)).toMatchObject({
      blockers: 'No blockers.',
      sentAtMs: expect.any(Number) as number,
    });
    await desk.user.type(section('Tomorrow'), 'Shoes.');
    expect(screen.getByText('Changed since.')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(async () =>
      expect(await checkIn(ANA, TODAY)).toMatchObject({ tomorrow: 'Shoes.' }),
    );
  });

  test('can be corrected and sent again while it is still on its way', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 40 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16 });
    await show();
    const { bridge } = desk.computer;
    vi.spyOn(bridge, 'sendNow').mockImplementation(
      async () => await new Promise<never>(() => undefined),
    );
    await desk.user.click(screen.getByRole('button', { name: 'Send the report' }));
    const busy = await screen.findByRole('button', { name: 'Send again', busy: true });
    expect(busy).toHaveProperty('disabled', true);
    await desk.user.type(section('Tomorrow'), 'Shoes.');
    await desk.user.click(screen.getByRole('button', { name: 'Send again', busy: false }));
    await waitFor(async () =>
      expect(await checkIn(ANA, TODAY)).toMatchObject({ tomorrow: 'Shoes.' }),
    );
  });

  test('is copied as text and as Markdown', async () => {
    const copied: string[] = [];
    const { bridge } = desk.computer;
    vi.spyOn(bridge, 'copyText').mockImplementation(async (input) => {
      copied.push(input.text);
      return { ok: true, value: null };
    });
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 40 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16 });
    await show();
    await desk.user.click(screen.getByRole('button', { name: 'Copy as text' }));
    await desk.user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied[0]).toBe(
      [
        'Daily report: Ana Reyes, Thursday 19 November 2026',
        '',
        'Output',
        'Customer replies: 16 of 16 tickets',
        'Product uploads: 40 of 40 listings',
        '',
        'Blockers',
        'No blockers.',
      ].join('\n'),
    );
    expect(copied[1]).toContain('**Blockers**\n- No blockers.');
  });
});
