import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { pieceName } from '#shared/evidence/pieces';
import { sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { TestDevice, testKey } from '../../sync/parts/test-device.ts';
import { incoming, served, WORKSPACE } from '../parts/incoming.ts';
import { openServed, type StorePlace } from '../parts/store-place.ts';

const ANA = { workspace: WORKSPACE, member: 'ana', audience: 'm-ana' } as const;

/** What holds of every store beside its batches: its key, claims, devices, files and codes. */
export function describeWhoComesIn(makePlace: () => Promise<StorePlace>): void {
  test('makes one key and keeps it', async () => {
    const place = await makePlace();
    const store = await place.open();
    const seeds = await Promise.all([store.keySeed(randomBytes), store.keySeed(randomBytes)]);
    await store.close();
    const again = await place.open();
    const seed = Buffer.from(await again.keySeed(randomBytes));
    expect(seed).toHaveLength(32);
    for (const each of seeds) expect(Buffer.from(each)).toEqual(seed);
    await again.close();
  });

  test('a workspace is claimed once, and by one founder', async () => {
    const place = await makePlace();
    const store = await place.open();
    expect(await store.served(WORKSPACE)).toBeNull();
    expect(await store.claim(served())).toBe('claimed');
    expect(await store.claim(served())).toBe('known');
    const another = { ...served(), founderKey: testKey('another').keyId };
    expect(await store.claim(another)).toBe('foreign');
    await store.close();
    const again = await place.open();
    expect(await again.served(WORKSPACE)).toEqual(served());
    expect(await again.servedWorkspaces()).toEqual([served()]);
    await again.close();
  });

  test('who may come in is told in the order it was kept, from any version on', async () => {
    const place = await makePlace();
    const store = await openServed(place);
    const device = new TestDevice({ ...ANA, audience: 'team', invite: testKey('invite') });
    device.writeMany(2);
    const file = device.batch();
    await store.put(incoming(file));
    const { version, changes } = await store.accessChanges(WORKSPACE, 0);
    expect(changes).toEqual([
      expect.objectContaining({
        writer: { keyId: device.key.keyId, memberId: 'ana' },
        stream: device.stream,
        change: device.changes[0],
      }),
    ]);
    device.write('member', 'ana', { name: 'Ana\u0000', seat: 'assistant' });
    await store.put(incoming(device.batch(4, 4)));
    // Not of the team, so of no weight.
    const own = new TestDevice(ANA);
    own.write('member', 'ana', { seat: 'manager' });
    await store.put(incoming(own.batch()));
    await store.close();
    const again = await place.open();
    const later = await again.accessChanges(WORKSPACE, version);
    expect(later.changes.map(({ change }) => change)).toContainEqual(device.changes[3]);
    const all = await again.accessChanges(WORKSPACE, 0);
    expect(all.changes.map(({ change }) => change.type)).toEqual(['device', 'member']);
    await again.close();
  });

  test('pieces of files are kept by audience', async () => {
    const place = await makePlace();
    const store = await openServed(place);
    const bytes = randomBytes(900);
    const hash = sha256Hex(bytes);
    const address = { workspace: WORKSPACE, audience: 'm-ana', hash };
    const piece = pieceName(1, 1, hash);
    expect(await store.listPieces(address)).toEqual([]);
    expect(await store.readPiece({ ...address, piece })).toBeNull();
    await store.putPiece({ ...address, piece }, bytes);
    await store.putPiece({ ...address, piece }, bytes);
    expect(await store.listPieces(address)).toEqual([piece]);
    expect(await store.listPieces({ ...address, audience: 'team' })).toEqual([]);
    const read = await store.readPiece({ ...address, piece });
    expect(read && Buffer.from(read)).toEqual(bytes);
    await store.close();
  });

  test('an invite lies under its code until it expires', async () => {
    const place = await makePlace();
    const store = await openServed(place);
    const kept = { workspace: WORKSPACE, bytes: randomBytes(300), expiresAtMs: 1_000 };
    await store.putJoin('ABCD', kept);
    const read = await store.readJoin('ABCD', 999);
    expect(read && { ...read, bytes: Buffer.from(read.bytes) }).toEqual(kept);
    expect(await store.readJoin('ABCE', 999)).toBeNull();
    expect(await store.readJoin('ABCD', 1_000)).toBeNull();
    await store.close();
  });
}
