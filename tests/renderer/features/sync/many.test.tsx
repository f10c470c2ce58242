import '../../support/window-outlog.ts';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RefusedFile, StreamStanding } from '#shared/sync-report';
import { Devices } from '../../../../renderer/features/sync/devices.tsx';
import { deviceRows } from '../../../../renderer/features/sync/device-rows.ts';
import { QueueTable } from '../../../../renderer/features/sync/queue-table.tsx';
import { RefusedTable } from '../../../../renderer/features/sync/refused-table.tsx';
import type { Names } from '../../../../renderer/features/sync/use-names.ts';
import userEvent from '@testing-library/user-event';

const names: Names = {
  member: (id) => `Member ${id}`,
  device: (keyId) => `Computer ${keyId}`,
  readers: (audience) => audience,
};
/** More than this would be drawn only if every row were. */
const FEW = 80;

const drawnIn = (name: string) => {
  const grid = screen.getByRole('grid', { name });
  return {
    drawn: grid.querySelectorAll('[role="row"]').length,
    said: Number(grid.getAttribute('aria-rowcount')) - 1,
  };
};

test('of a thousand items only those in sight are drawn', () => {
  const items = Array.from({ length: 1_000 }, (_, i) => ({
    key: `b-${i}`,
    stream: 's',
    epoch: 'e',
    audience: 'team' as const,
    memberId: 'm',
    isSealed: true,
    first: i + 1,
    last: i + 1,
    writtenAtMs: 0,
    problem: null,
  }));
  const refused = items.map(({ key }): RefusedFile => ({
    key,
    name: `${key}.outlog`,
    problem: 'batch-damaged',
    seenAtMs: 0,
    memberId: null,
    keyId: null,
  }));
  render(
    <>
      <QueueTable workspace="w" items={items} names={names} />
      <RefusedTable workspace="w" files={refused} names={names} />
    </>,
  );
  for (const name of ['What waits, item by item', 'Files that were not taken']) {
    const { drawn, said } = drawnIn(name);
    expect(said).toBe(1_000);
    expect(drawn).toBeLessThan(FEW);
  }
});

test('of 600 computers those are found that are looked for, and those that need somebody', async () => {
  const streams = Array.from({ length: 600 }, (_, i): StreamStanding => ({
    stream: String(i),
    epoch: 'e',
    audience: 'team',
    memberId: String(Math.floor(i / 3)),
    keyId: `key${i}`,
    isOwn: false,
    seq: 9,
    lastWrittenAtMs: null,
    gaps: i % 12 === 0 ? [{ firstMissing: 3, lastMissing: 5 }] : [],
    branchCount: 1,
  }));
  const peers = { streams, devices: [], receiverOffset: null, freeBytes: null };
  const rows = deviceRows({ peers, refused: [], sync: { own: [] }, unaccepted: new Set() });
  const user = userEvent.setup({ delay: null });
  render(<Devices rows={rows} names={names} />);
  expect(drawnIn('Where everybody stands').said).toBe(600);
  expect(drawnIn('Where everybody stands').drawn).toBeLessThan(FEW);
  await user.click(screen.getByRole('radio', { name: 'Need somebody: 50' }));
  expect(drawnIn('Where everybody stands').said).toBe(50);
  await user.click(screen.getByRole('radio', { name: 'All 600' }));
  await user.type(
    screen.getByRole('searchbox', { name: 'Find a person or computer' }),
    'member 199',
  );
  expect(drawnIn('Where everybody stands')).toEqual({ drawn: 4, said: 3 });
});
