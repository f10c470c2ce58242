import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Evidence } from '#shared/evidence/evidence';
import { EvidenceField } from '../../../../renderer/app/parts/evidence/evidence-field.tsx';
import { QueueFacts } from '../../../../renderer/features/sync/queue-facts.tsx';
import { readEvidence } from '../../../../renderer/services/evidence.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';

let desk: ManagerDesk;
const onChange = vi.fn<(files: readonly Evidence[]) => void>();

beforeEach(async () => {
  onChange.mockClear();
  desk = await openManager();
});
afterEach(() => desk.leave());

const NO_FILES: readonly Evidence[] = [];

function Answer({
  files = NO_FILES,
  isReadOnly = false,
}: {
  files?: readonly Evidence[];
  isReadOnly?: boolean;
}) {
  const [value, setValue] = useState(files);
  return (
    <>
      <EvidenceField
        value={value}
        audience="team"
        isReadOnly={isReadOnly}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
      <ToastRegion />
    </>
  );
}

const file = (name: string, text: string): File => new File([text], name);
const group = () => screen.getByRole('group', { name: 'Files and photos' });
const drop = (...files: readonly File[]) =>
  fireEvent.drop(group(), { dataTransfer: { files, types: ['Files'] } });
const tile = (name: string) =>
  screen.findByRole('button', { name: new RegExp(`^Look at ${name}`) });
const names = () => onChange.mock.lastCall?.[0].map((each) => each.name);

test('a chosen file is kept and shown with what it is, and its bytes are there', async () => {
  const chosen = path.join(desk.computer.dir, 'counts.csv');
  await writeFile(chosen, 'side,count\n');
  desk.computer.choices.openPath = chosen;
  desk.show('today', <Answer />);
  await desk.user.click(screen.getByRole('button', { name: 'Attach files…' }));
  expect((await tile('counts.csv')).textContent).toContain('text, 11 B');
  const [kept] = onChange.mock.lastCall?.[0] ?? [];
  const read = await readEvidence(kept?.hash ?? '');
  expect(read.ok && new TextDecoder().decode(read.value)).toBe('side,count\n');
});

test('of many dropped, one too large and one empty are named with why; the others are kept', async () => {
  desk.show('today', <Answer />);
  const large = file('film.mov', 'x');
  Object.defineProperty(large, 'size', { value: 300 * 1024 * 1024 });
  large.arrayBuffer = () => Promise.reject(new Error('it must not be read'));
  drop(file('a.txt', 'one'), large, file('none.txt', ''), file('b.txt', 'two'));
  await tile('b.txt');
  expect(names()).toEqual(['a.txt', 'b.txt']);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(
    'film.mov was not attached. It is 300 MB; a file can have 25 MB.',
  );
  expect(alert.textContent).toContain('none.txt was not attached. There is nothing in it');
});

test('what is pasted is attached; the same content twice is one file', async () => {
  desk.show('today', <Answer />);
  fireEvent.paste(group(), { clipboardData: { files: [file('screen.txt', 'same')] } });
  await tile('screen.txt');
  drop(file('again.txt', 'same'), file('other.txt', 'other'));
  await tile('other.txt');
  expect(names()).toEqual(['screen.txt', 'other.txt']);
});

test('Delete removes the file in hand, and Undo puts it back where it was', async () => {
  desk.show('today', <Answer />);
  drop(file('a.txt', '1'), file('b.txt', '2'), file('c.txt', '3'));
  await tile('c.txt');
  (await tile('b.txt')).focus();
  await desk.user.keyboard('{Delete}');
  expect(names()).toEqual(['a.txt', 'c.txt']);
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Attach files…'));
  await desk.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names()).toEqual(['a.txt', 'b.txt', 'c.txt']));
});

test('the twenty-first file is refused with a reason', async () => {
  desk.show('today', <Answer />);
  drop(...Array.from({ length: 21 }, (_, i) => file(`f${i}.txt`, `${i}`)));
  await tile('f19.txt');
  expect(names()).toHaveLength(20);
  expect((await screen.findByRole('alert')).textContent).toContain(
    'f20.txt was not attached. One answer holds 20 files.',
  );
});

test('read only, nothing can be attached or removed; everything can be looked at', async () => {
  const { unmount } = desk.show('today', <Answer />);
  drop(file('a.txt', '1'), file('b.txt', '2'));
  await tile('b.txt');
  const files = onChange.mock.lastCall?.[0] ?? [];
  unmount();
  desk.show('today', <Answer files={files} isReadOnly />);
  expect(screen.queryByRole('button', { name: /Attach|Remove/ })).toBeNull();
  (await tile('a.txt')).focus();
  await desk.user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'a.txt' });
  expect(
    await within(dialog).findByText(
      'Files of this kind are not shown here. Save a copy to open it.',
    ),
  ).toBeTruthy();
  await desk.user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('dialog', { name: 'b.txt' })).toBeTruthy();
  expect(screen.getByText('2 of 2')).toBeTruthy();
});

test('a picture that has not arrived says so; a damaged one says that it cannot be shown', async () => {
  const away = { hash: 'a'.repeat(64), name: 'away.png', sizeBytes: 9, mediaType: 'image/png' };
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
  desk.show('today', <Answer files={[away]} />);
  await waitFor(async () => expect((await tile('away.png')).textContent).toContain('On its way'));
  drop(new File([png], 'broken.png'));
  await waitFor(async () =>
    expect((await tile('broken.png')).textContent).toContain('Cannot be shown'),
  );
  expect(document.querySelector('img')).toBeNull();
});

test('the Sync screen counts what waits to be sent, and why', async () => {
  desk.show('today', <Answer />);
  drop(file('a.txt', 'twelve bytes'));
  await tile('a.txt');
  const sync = await waitFor(async () => {
    const status = must(await desk.computer.bridge.syncStatus({ workspace: desk.workspace.id }));
    expect(status.evidence.waitingCount).toBe(1);
    return status;
  });
  desk.show('sync', <QueueFacts sync={sync} />);
  expect(screen.getByText('1 to send, 12 B: no folder or receiver is chosen yet')).toBeTruthy();
});
