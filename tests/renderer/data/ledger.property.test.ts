import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LedgerWriter, countAll, countUpTo } from '../../../renderer/data/ledger.ts';
import { Projection } from '../../../renderer/data/projection.ts';

const seqs = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 8_180, max: 8_200 }),
  fc.integer({ min: 16_370, max: 16_400 }),
);

test('counts of entries up to any number equal counting them one by one', async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ from: fc.option(seqs), to: fc.option(seqs) }), { maxLength: 40 }),
      seqs,
      async (moves, upTo) => {
        opened += 1;
        const db = new Projection(`ledger-${opened}`);
        const live = new Set<number>();
        const write = (seq: number) => ({ streamKey: 's', seq, hlc: '' });
        for (const { from, to } of moves) {
          const ledger = new LedgerWriter(db);
          ledger.move(from === null ? undefined : write(from), to === null ? undefined : write(to));
          await ledger.flush();
          if (from !== null) live.delete(from);
          if (to !== null) live.add(to);
        }
        const blocks = await db.ledger.where('streamKey').equals('s').toArray();
        const counted = blocks.reduce((sum, block) => sum + countUpTo(block, upTo), 0);
        expect(counted).toBe([...live].filter((seq) => seq <= upTo).length);
        expect(blocks.reduce((sum, block) => sum + countAll(block), 0)).toBe(live.size);
        await db.delete();
      },
    ),
    { numRuns: 60 },
  );
}, 30_000);
