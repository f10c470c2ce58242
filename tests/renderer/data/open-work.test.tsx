import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { needingEntries, openEntries } from '../../../renderer/data/deliverables.ts';
import { useOpenEntries } from '../../../renderer/data/open-work.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { noonMs } from './entries.ts';
import type { TestStream } from './streams.ts';
import { ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');

let db: Projection;
let ana: TestStream;
let ben: TestStream;

beforeEach(async () => {
  db = await openProjection('open-work');
  [ana, ben] = [ownStream('ana'), ownStream('ben')];
});

afterEach(async () => {
  cleanup();
  closeProjection();
  await db.delete();
});

function Open({ of }: { readonly of?: readonly string[] }): ReactNode {
  const entries = useOpenEntries(of);
  return <p>{entries ? `Open: ${entries.map(({ title }) => title).join()}` : 'Loading'}</p>;
}

function ask(stream: TestStream, title: string, fields = {}): void {
  stream.add(NOW_MS, {
    type: 'deliverable',
    id: `202611-${title}`,
    fields: { title, requestedAtMs: NOW_MS + stream.changes.length, ...fields },
  });
}

async function merge(stream: TestStream): Promise<void> {
  await act(async () => await applyChanges(db, stream.source, stream.changes, NOW_MS));
}

test('follows each change of anybody’s open work, reading the changed rows alone', async () => {
  for (const title of ['a1', 'a2', 'a3']) ask(ana, title);
  await merge(ana);
  render(<Open />);
  await screen.findByText('Open: a1,a2,a3');
  const whole = vi.spyOn(db.deliverables, 'where');
  ask(ben, 'b1');
  await merge(ben);
  await screen.findByText('Open: a1,b1,a2,a3');
  ask(ana, 'a2', { completedAtMs: NOW_MS, day: '2026-11-22' });
  ask(ana, 'a3', { deleted: true });
  ask(ana, 'a1', { title: 'first' });
  await merge(ana);
  await screen.findByText('Open: b1,first');
  ask(ana, 'a2', { completedAtMs: null });
  await merge(ana);
  await screen.findByText('Open: b1,first,a2');
  expect(whole).not.toHaveBeenCalledWith('openOf');
});

test('follows a change of very many at once', async () => {
  render(<Open />);
  await screen.findByText('Open:');
  for (let at = 0; at < 200; at += 1) ask(ana, `a${at}`);
  await merge(ana);
  await screen.findByText(/^Open: a0,a1,.*,a199$/);
});

test('shows some members’ work alone', async () => {
  ask(ana, 'a1');
  ask(ben, 'b1');
  await merge(ana);
  await merge(ben);
  render(<Open of={['ben', 'cy']} />);
  await screen.findByText('Open: b1');
  expect(await openEntries(['ana', 'cy'])).toMatchObject([{ title: 'a1' }]);
  expect(await openEntries('ben')).toMatchObject([{ title: 'b1' }]);
  expect(await openEntries()).toHaveLength(2);
});

test('never shows what another database held', async () => {
  ask(ana, 'a1');
  await merge(ana);
  render(<Open />);
  await screen.findByText('Open: a1');
  await act(async () => void (await openProjection('open-work-other')));
  await screen.findByText('Open:');
  await act(async () => void (await openProjection('open-work')));
  await screen.findByText('Open: a1');
});

test('open work that needs other work is found until it is done', async () => {
  ask(ana, 'a1', { 'need.202611-b1': { memberId: 'ben' }, 'need.202611-b2': { memberId: 'ben' } });
  ask(ben, 'b1', { 'need.202611-b2': { memberId: 'ben', doneAtMs: NOW_MS } });
  await merge(ana);
  await merge(ben);
  expect(await needingEntries()).toMatchObject([{ title: 'a1' }, { title: 'b1' }]);
  ask(ana, 'a1', { completedAtMs: NOW_MS, day: '2026-11-22' });
  await merge(ana);
  expect(await needingEntries()).toMatchObject([{ title: 'b1' }]);
});
