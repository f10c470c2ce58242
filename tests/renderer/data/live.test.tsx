import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SyncStatus } from '#shared/ipc';
import { applyChanges } from '../../../renderer/data/apply.ts';
import {
  closeProjection,
  currentProjection,
  openProjection,
  recreateProjection,
} from '../../../renderer/data/current.ts';
import { clearDelivery, showDelivery } from '../../../renderer/data/delivery-marks.ts';
import { findEntries } from '../../../renderer/data/deliverables.ts';
import { useLive } from '../../../renderer/data/live.ts';
import { usePlan } from '../../../renderer/data/plan.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { useSaveState, useSaveTotals } from '../../../renderer/data/save-state.ts';
import { useSession } from '../../../renderer/state/session.ts';
import { EVIDENCE_AT_REST } from '../support/evidence-at-rest.ts';
import { logDone, noonMs } from './entries.ts';
import { TestStream, ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');
const NAME = 'live';

let db: Projection;
let ana: TestStream;

beforeEach(async () => {
  db = await openProjection(NAME);
  ana = ownStream('ana');
  useSession.setState({ memberId: 'ana' });
});

afterEach(async () => {
  cleanup();
  clearDelivery();
  closeProjection();
  await db.delete();
});

async function merge(stream: TestStream, from = 0): Promise<void> {
  await act(async () => {
    await applyChanges(db, stream.source, stream.changes.slice(from), NOW_MS);
  });
}

describe('a live query', () => {
  function Total({ days }: { readonly days: string }): ReactNode {
    const page = useLive(async () => await findEntries({ fromDay: days }), [days]);
    return <p>{page ? `${page.total} done` : 'Loading'}</p>;
  }

  function RowTotal(): ReactNode {
    const total = useLive(async () => {
      await Promise.resolve();
      return await currentProjection().deliverables.count();
    }, []);
    return <p>{total === undefined ? 'Loading' : `${total} rows`}</p>;
  }

  test('follows what is read after something that is no reading', async () => {
    render(<RowTotal />);
    await screen.findByText('0 rows');
    logDone(ana, '2026-11-22');
    await merge(ana);
    expect(await screen.findByText('1 rows')).toBeDefined();
  });

  test('loads, shows, and shows what is written later, in rows and packed', async () => {
    render(<Total days="2020-01-01" />);
    expect(screen.getByText('Loading')).toBeDefined();
    await screen.findByText('0 done');
    logDone(ana, '2026-11-22');
    await merge(ana);
    await screen.findByText('1 done');
    logDone(ana, '2025-01-01');
    await merge(ana, 1);
    await screen.findByText('2 done');
  });

  test('asks again when what it depends on changes', async () => {
    logDone(ana, '2026-11-22');
    logDone(ana, '2025-01-01');
    await merge(ana);
    const { rerender } = render(<Total days="2020-01-01" />);
    await screen.findByText('2 done');
    rerender(<Total days="2026-01-01" />);
    await screen.findByText('1 done');
  });

  test('never shows what another database said', async () => {
    logDone(ana, '2026-11-22');
    await merge(ana);
    render(<Total days="2020-01-01" />);
    await screen.findByText('1 done');
    await act(async () => {
      await recreateProjection(NAME);
      db = currentProjection();
    });
    await screen.findByText('0 done');
  });

  test('that fails reaches the boundary', async () => {
    class Boundary extends Component<{ readonly children: ReactNode }> {
      override state = { message: '' };
      static getDerivedStateFromError(error: Error): { message: string } {
        return { message: error.message };
      }
      override render(): ReactNode {
        return this.state.message || this.props.children;
      }
    }
    function Broken(): ReactNode {
      useLive(async () => await Promise.reject(new Error('No such index')), []);
      return null;
    }
    const stopWarning = silenceReact();
    render(
      <Boundary>
        <Broken />
      </Boundary>,
    );
    await screen.findByText('No such index');
    stopWarning();
  });
});

test('the plan is one query for all who show it, and lives', async () => {
  function Members({ label }: { readonly label: string }): ReactNode {
    const plan = usePlan();
    return <p>{`${label} ${plan?.members.map(({ name }) => name).join() ?? 'loading'}`}</p>;
  }
  render(
    <>
      <Members label="one" />
      <Members label="two" />
    </>,
  );
  await screen.findByText('one');
  const plan = new TestStream({ audience: 'team' });
  plan.add(1, { type: 'member', id: 'ana', fields: { name: 'Ana' } });
  await merge(plan);
  await screen.findByText('one Ana');
  await screen.findByText('two Ana');
});

describe('how far work has travelled', () => {
  function States({ seqs }: { readonly seqs: readonly number[] }): ReactNode {
    const totals = useSaveTotals();
    return (
      <>
        {seqs.map((seq) => (
          <State key={seq} seq={seq} />
        ))}
        <p>{`${totals.saved} saved, ${totals.sent} sent, ${totals.received} received`}</p>
      </>
    );
  }

  function State({ seq }: { readonly seq: number }): ReactNode {
    return <p>{`${seq} ${useSaveState({ ownStream: ana.key, ownSeq: seq })}`}</p>;
  }

  function status(sentSeq: number): SyncStatus {
    const { stream, epoch, audience, memberId } = ana.source;
    return {
      workspace: 'w',
      target: null,
      phase: 'idle',
      waiting: 'none',
      unsentCount: 0,
      unreadCount: 0,
      oldestUnsentAtMs: null,
      lastSentAtMs: null,
      lastReadAtMs: null,
      nextTryAtMs: null,
      own: [{ stream, epoch, audience, memberId, savedSeq: 4, sentSeq }],
      rejected: [],
      gaps: [],
      evidence: EVIDENCE_AT_REST,
      disk: 'ok',
    };
  }

  async function acknowledge(memberId: string, seq: number): Promise<void> {
    const answer = new TestStream({ audience: 'm-ana', memberId });
    const id = `${ana.key}.${memberId}`;
    const fields = { streamKey: ana.key, memberId, seq };
    answer.add(NOW_MS, { type: 'receipt', id, fields });
    await merge(answer);
  }

  test('goes from saved to sent to received, each entry and in total', async () => {
    for (const day of ['2026-11-22', '2026-11-22', '2025-01-01']) logDone(ana, day);
    ana.add(NOW_MS, {
      type: 'deliverable',
      id: ana.changes[0]?.id ?? '',
      fields: { note: 'More' },
    });
    await merge(ana);
    render(<States seqs={[2, 3, 4]} />);
    act(() => showDelivery(status(0)));
    await screen.findByText('3 saved, 0 sent, 0 received');
    expect(screen.getByText('2 saved')).toBeDefined();
    act(() => showDelivery(status(3)));
    await screen.findByText('1 saved, 2 sent, 0 received');
    expect(screen.getByText('3 sent')).toBeDefined();
    expect(screen.getByText('4 saved')).toBeDefined();
    await acknowledge('boss', 2);
    await screen.findByText('1 saved, 1 sent, 1 received');
    await screen.findByText('2 received');
  });

  test('a receipt of the same person is none', async () => {
    logDone(ana, '2026-11-22');
    await merge(ana);
    render(<States seqs={[1]} />);
    act(() => showDelivery(status(1)));
    await acknowledge('ana', 1);
    await screen.findByText('0 saved, 1 sent, 0 received');
    expect(screen.getByText('1 sent')).toBeDefined();
  });

  test('what is taken back is counted no more', async () => {
    const id = logDone(ana, '2026-11-22');
    ana.add(NOW_MS, { type: 'deliverable', id, fields: { deleted: true } });
    await merge(ana);
    render(<States seqs={[]} />);
    act(() => showDelivery(status(1)));
    await screen.findByText('0 saved, 0 sent, 0 received');
  });

  test.each([
    ['the recovered log first', [1, 0]],
    ['the recovered log last', [0, 1]],
  ])('an epoch that came back from the folder counts as sent: %s', async (_, order) => {
    const recovered = new TestStream({ ...ana.source, epoch: 'e0000000' });
    logDone(recovered, '2026-10-20', { title: 'Before the laptop was restored' });
    // What a twin's branch has in common with the journal is one change, not two.
    const twin = new TestStream({ ...ana.source, epoch: `${ana.source.epoch}-twin` });
    for (const stream of [ana, twin]) logDone(stream, '2026-11-22');
    for (const at of order) await merge([ana, recovered][at] ?? ana);
    await merge(twin);
    render(<States seqs={[1]} />);
    act(() => showDelivery(status(0)));
    await screen.findByText('1 saved, 1 sent, 0 received');
    await acknowledge('boss', 1);
    await screen.findByText('0 saved, 1 sent, 1 received');
  });
});

/** React reports what a boundary caught; here that is what is wanted. */
function silenceReact(): () => void {
  const stop = (event: ErrorEvent): void => event.preventDefault();
  const { error } = console;
  window.addEventListener('error', stop);
  console.error = () => undefined;
  return () => {
    window.removeEventListener('error', stop);
    console.error = error;
  };
}
