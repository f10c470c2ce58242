import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '#shared/result';
import { installBridge } from '../../../renderer/bridge.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { useSession } from '../../../renderer/state/session.ts';
import { doneEdit, managerDesk, must } from './desks.ts';

const MISSING = 300;

test('while the main process reads, what it has still to read counts from the first look on', async () => {
  const { computer, entry, memberId } = await managerDesk();
  const { bridge, engine } = computer;
  const edits = Array.from({ length: MISSING }, (_, at) => doneEdit('ana', `e${at}`));
  must(await engine.append({ workspace: entry.id, memberId, edits }));
  const status = must(await bridge.syncStatus({ workspace: entry.id }));
  const reading = { ...status, phase: 'reading', unreadCount: 9_000 } as const;
  installBridge({ ...bridge, syncStatus: async () => await Promise.resolve(ok(reading)) });
  onTestFinished(() => installBridge(bridge));
  useSession.setState({ sync: reading });
  const totals = new Set<number>();
  onTestFinished(useSession.subscribe(({ merge }) => totals.add(merge.total)));
  must(await catchUp());
  // The device's own record begins the stream.
  expect([...totals]).toEqual([1 + MISSING + 9_000, 0]);
});
