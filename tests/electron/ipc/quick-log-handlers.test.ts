import { describe, expect, it } from 'vitest';
import { type CallName, parsers } from '#shared/ipc-parsers';
import { fail, ok } from '#shared/result';
import { answerCall } from '../../../electron/ipc/answer-call.ts';
import type { Handlers } from '../../../electron/ipc/answer-call.ts';
import type { Log } from '../../../electron/log.ts';
import { quickLogHandlers } from '../../../electron/ipc/quick-log-handlers.ts';

const page = { origin: 'app://outlog', parent: null };
const log: Log = { warn: () => {}, bug: () => {}, read: () => '' };
const EDIT = { audience: 'm-ana', type: 'deliverable', id: 'd1', fields: { quantity: 12 } };
const INPUT = { workspace: 'w1', memberId: 'ana', edits: [EDIT] };
const isCallName = (name: string): name is CallName => Object.hasOwn(parsers, name);

function open(append: () => ReturnType<Handlers['append']>) {
  const told: string[] = [];
  const all = { append } as unknown as Handlers;
  return { told, handlers: quickLogHandlers(all, (workspace) => told.push(workspace)) };
}

describe('the quick-log window', () => {
  it('tells the main window of what the journal took', async () => {
    const { told, handlers } = open(async () => ok({ appended: [] }));
    const answer = await answerCall('append', handlers, log, page, [INPUT]);
    expect(answer).toMatchObject({ ok: true });
    expect(told).toEqual(['w1']);
  });

  it('tells nothing where the journal did not', async () => {
    const { told, handlers } = open(async () => fail('disk-full', 'after-fix'));
    await answerCall('append', handlers, log, page, [INPUT]);
    expect(told).toEqual([]);
  });

  it('may ask for nothing but what it needs', async () => {
    const { handlers } = open(async () => ok({ appended: [] }));
    const asked = Object.keys(parsers).filter(isCallName);
    const allowed = new Set(['start', 'append', 'closeQuickLog']);
    for (const name of asked.filter((each) => !allowed.has(each))) {
      const answer = await answerCall(name, handlers, log, page, []);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-sender' } });
    }
  });
});
