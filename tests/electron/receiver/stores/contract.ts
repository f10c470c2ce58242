import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { ReceiverStore } from '../../../../electron/receiver/receiver-store.ts';
import { sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { TestDevice } from '../../sync/parts/test-device.ts';
import { incoming, WORKSPACE } from '../parts/incoming.ts';
import { listAll, listedWhole, openServed, type StorePlace } from '../parts/store-place.ts';
import { describeWhoComesIn } from './contract-access.ts';

const ANA = { workspace: WORKSPACE, member: 'ana', audience: 'm-ana' } as const;

/** What holds of every store. */
export function describeReceiverStore(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(name, () => {
    describeWhoComesIn(makePlace);

    test('a batch is kept as it came, read by its hash and listed, also after a restart', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const file = new TestDevice(ANA).writeMany(5).batch();
      const put = incoming(file, { nowMs: 5_000 });
      expect(await store.put(put)).toEqual({ kind: 'kept', isJoined: true, atMs: 5_000 });
      const check = async (opened: ReceiverStore) => {
        await listedWhole(opened, 1);
        const read = await opened.read(WORKSPACE, put.sha256, null);
        expect(read && Buffer.from(read)).toEqual(Buffer.from(file));
        const query = { workspace: WORKSPACE, audiences: null, after: null, limit: 10 };
        const { items, hasMore } = await opened.list(query);
        expect(hasMore).toBe(false);
        const { stream, epoch } = put.batch.header;
        expect(items).toEqual([
          {
            audience: 'm-ana',
            stream,
            epoch,
            member: 'ana',
            first: 1,
            count: 5,
            sha256: put.sha256,
            sizeBytes: file.length,
          },
        ]);
      };
      await check(store);
      await store.close();
      const again = await place.open();
      await check(again);
      await again.close();
    });

    test('the same batch again is the same receipt, at once and after a restart', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const file = new TestDevice(ANA).writeMany(5).batch();
      const puts = await Promise.all(
        [1, 2, 3, 4].map((nowMs) => store.put(incoming(file, { nowMs }))),
      );
      const [first] = puts;
      for (const each of puts) expect(each).toEqual(first);
      await store.close();
      const again = await place.open();
      expect(await again.put(incoming(file, { nowMs: 99 }))).toEqual(first);
      expect(await listedWhole(again, 1)).toHaveLength(1);
      await again.close();
    });

    test('a batch waits for those before it and joins when they come', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const [first, second, third] = new TestDevice(ANA).writeMany(9).batches(3, 6);
      if (!first || !second || !third) throw new Error('three batches were cut');
      expect(await store.put(incoming(third))).toMatchObject({ kind: 'kept', isJoined: false });
      expect(await store.put(incoming(first))).toMatchObject({ kind: 'kept', isJoined: true });
      expect(await store.put(incoming(third))).toMatchObject({ kind: 'kept', isJoined: false });
      expect(await store.put(incoming(second))).toMatchObject({ kind: 'kept', isJoined: true });
      expect(await store.put(incoming(third))).toMatchObject({ kind: 'kept', isJoined: true });
      expect(await listedWhole(store, 3)).toHaveLength(3);
      await store.close();
    });

    test('other bytes for the same entries are a fork: nothing is kept until it is asked for', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const device = new TestDevice(ANA).writeMany(6);
      const twin = device.cloneAt(3).writeMany(4, 'twin');
      await store.put(incoming(device.batch()));
      const forks = [twin.batch(4, 7), twin.batch(), twin.batch(5, 6)];
      for (const file of forks) {
        expect(await store.put(incoming(file))).toEqual({ kind: 'fork' });
        expect(await store.read(WORKSPACE, sha256Hex(file), null)).toBeNull();
      }
      expect(await listedWhole(store, 1)).toHaveLength(1);
      const kept = incoming(twin.batch(4, 7), { isForkKept: true });
      expect(await store.put(kept)).toMatchObject({ kind: 'kept', isJoined: true });
      await store.close();

      const again = await place.open();
      expect(await listedWhole(again, 2)).toHaveLength(2);
      // Both branches go on.
      device.writeMany(2, 'later');
      twin.writeMany(2, 'later-twin');
      expect(await again.put(incoming(device.batch(7, 8)))).toMatchObject({ isJoined: true });
      expect(await again.put(incoming(twin.batch(8, 9)))).toMatchObject({ isJoined: true });
      await again.close();
    });

    test('the same entries cut otherwise are no fork', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const device = new TestDevice(ANA).writeMany(10);
      await store.put(incoming(device.batch(1, 4)));
      expect(await store.put(incoming(device.batch(1, 7)))).toMatchObject({ isJoined: true });
      expect(await store.put(incoming(device.batch(3, 6)))).toMatchObject({ isJoined: true });
      expect(await store.put(incoming(device.batch(6, 10)))).toMatchObject({ isJoined: true });
      expect(await listedWhole(store, 4)).toHaveLength(4);
      await store.close();
    });

    test('of two that claim the same entries before their turn, the second is a fork', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const device = new TestDevice(ANA).writeMany(8);
      const twin = device.cloneAt(5).writeMany(3, 'twin');
      expect(await store.put(incoming(device.batch(5, 8)))).toMatchObject({ isJoined: false });
      expect(await store.put(incoming(twin.batch(5, 8)))).toEqual({ kind: 'fork' });
      await store.close();
    });

    test('a stream stays with the member who began it', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const device = new TestDevice(ANA).writeMany(4);
      await store.put(incoming(device.batch(1, 2)));
      const other = incoming(device.batch(3, 4, { member: 'ben' }));
      expect(await store.put(other)).toEqual({ kind: 'foreign' });
      await store.close();
    });

    test('lists and reads only the audiences asked for', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const own = new TestDevice(ANA).writeMany(2).batch();
      const team = new TestDevice({ ...ANA, audience: 'team' }).writeMany(2).batch();
      const ben = new TestDevice({ ...ANA, member: 'ben', audience: 'm-ben' }).writeMany(2).batch();
      for (const file of [own, ben, team]) await store.put(incoming(file));
      await listedWhole(store, 3);
      const query = { workspace: WORKSPACE, after: null, limit: 1 } as const;
      const audiences = ['team', 'm-ana'] as const;
      const first = await store.list({ ...query, audiences });
      const second = await store.list({ ...query, audiences, after: first.next });
      expect([...first.items, ...second.items].map(({ audience }) => audience)).toEqual([
        'm-ana',
        'team',
      ]);
      expect(first.hasMore).toBe(true);
      expect(second.hasMore).toBe(false);
      expect(await store.read(WORKSPACE, sha256Hex(ben), audiences)).toBeNull();
      expect(await store.read(WORKSPACE, sha256Hex(ben), null)).not.toBeNull();
      expect(await store.read('workspace-2', sha256Hex(own), null)).toBeNull();
      await store.close();
    });

    test('a cursor goes on where it stood; one that nobody knows begins again', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const device = new TestDevice(ANA).writeMany(6);
      const [first, second, third] = device.batches(2, 4);
      if (!first || !second || !third) throw new Error('three batches were cut');
      await store.put(incoming(first));
      await listedWhole(store, 1);
      const start = await listAll(store);
      expect((await listAll(store, 3, start.next)).sha256s).toEqual([]);
      await store.put(incoming(second));
      await store.close();
      const again = await place.open();
      await again.put(incoming(third));
      await listedWhole(again, 3);
      const rest = await listAll(again, 1, start.next);
      expect(rest.sha256s).toEqual([second, third].map(sha256Hex));
      for (const unknown of ['nonsense', 'f.00000000.7', 'p.00000000.7.7', '9']) {
        expect((await listAll(again, 500, unknown)).sha256s).toHaveLength(3);
      }
      await again.close();
    });

    test('whatever order batches come in, all are listed once, and none waits in the end', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      let run = 0;
      const arrivals = fc.array(fc.nat(4), { minLength: 0, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(arrivals, async (order) => {
          run += 1;
          const member = `member-${run}`;
          const device = new TestDevice({ ...ANA, member, audience: `m-${member}` });
          const files = device.writeMany(10).batches(2, 4, 6, 8);
          const sequence = [...order, 4, 3, 2, 1, 0].flatMap((which) => files[which] ?? []);
          for (const file of sequence) {
            expect(await store.put(incoming(file))).toMatchObject({ kind: 'kept' });
          }
          for (const file of files) {
            expect(await store.put(incoming(file))).toMatchObject({ isJoined: true });
          }
          const sha256s = await listedWhole(store, run * files.length);
          const mine = files.map(sha256Hex);
          expect(sha256s.filter((each) => mine.includes(each)).toSorted()).toEqual(mine.toSorted());
        }),
        { numRuns: 15 },
      );
      await store.close();
    });

    test('many streams at once are all kept', async () => {
      const place = await makePlace();
      const store = await openServed(place);
      const devices = Array.from({ length: 60 }, (_, i) => {
        const member = `m${i}`;
        return new TestDevice({ ...ANA, member, audience: `m-${member}` }).writeMany(6);
      });
      const files = devices.flatMap((device) => device.batches(2, 4));
      await Promise.all(files.map((file) => store.put(incoming(file))));
      await store.close();
      const again = await place.open();
      const sha256s = await listedWhole(again, files.length);
      expect(sha256s.toSorted()).toEqual(files.map(sha256Hex).toSorted());
      for (const file of files) {
        expect(await again.put(incoming(file))).toMatchObject({ isJoined: true });
      }
      await again.close();
    });
  });
}
