import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverableFrom, isOpen, openBlock, stageOf } from '#shared/deliverables/deliverable';
import { actionsFor } from '#shared/deliverables/entry-actions';
import type { Json } from '#shared/json';

const work = (fields: Record<string, Json>) =>
  deliverableFrom({ audience: 'm-ana', type: 'deliverable', id: 'd', fields, stamp: '0' });
const waiting = { 'block.b': { fromMs: 5, toMs: null, on: 'client', reason: 'photos' } };

describe('where a piece of work stands', () => {
  it.each([
    [
      { requestedAtMs: 1 },
      'requested',
      ['start', 'respond', 'complete', 'block', 'edit', 'delete'],
    ],
    [{ startedAtMs: 2 }, 'started', ['complete', 'block', 'edit', 'delete']],
    [{ startedAtMs: 2, ...waiting }, 'blocked', ['unblock', 'ask', 'complete', 'edit', 'delete']],
    [{ completedAtMs: 9 }, 'completed', ['log-again', 'edit', 'reopen', 'delete']],
    [{ completedAtMs: 9, ...waiting }, 'completed', ['log-again', 'edit', 'reopen', 'delete']],
    [{ completedAtMs: 9, acceptedAtMs: 10 }, 'accepted', ['log-again', 'edit', 'reopen', 'delete']],
    [{ startedAtMs: 1, returnedAtMs: 3 }, 'returned', ['complete', 'block', 'edit', 'delete']],
    [
      { startedAtMs: 1, returnedAtMs: 3, ...waiting },
      'blocked',
      ['unblock', 'ask', 'complete', 'edit', 'delete'],
    ],
  ])('%j is %s', (fields, stage, actions) => {
    expect(stageOf(work(fields))).toBe(stage);
    expect(actionsFor(work(fields))).toEqual(actions);
  });

  it('waits for nothing once it is completed', () => {
    expect(openBlock(work({ completedAtMs: 9, ...waiting }))).toBeNull();
  });

  it('moved to another member is no longer open here', () => {
    expect(isOpen(work({ movedTo: 'm-ben' }))).toBe(false);
    expect(isOpen(work({ movedTo: 'm-ana' }))).toBe(true);
  });

  it('is read from whatever a newer or faulty program wrote', () => {
    const names = ['quantity', 'errors', 'completedAtMs', 'block.a', 'title', 'day', 'zone'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (fields) => {
        const read = work(fields as Record<string, Json>);
        expect(Number.isFinite(read.quantity)).toBe(true);
        expect(actionsFor(read)).toContain('delete');
      }),
    );
  });
});
