import { expect, test } from 'vitest';
import { OutsideBatches, batchesInArguments } from '../../electron/outside-batches.ts';

test('batch files are read from arguments, as paths and as addresses, and nothing else is', () => {
  const args = [
    'outlog.outlog',
    '--open=/x.outlog',
    '/home/ana/a b.outlog',
    'file:///home/ana/c%20d.OUTLOG',
    '/home/ana/ana.outlog-invite',
    '/etc/passwd',
    `/${'a'.repeat(40_000)}.outlog`,
  ];
  expect(batchesInArguments(args)).toEqual(['/home/ana/a b.outlog', '/home/ana/c d.OUTLOG']);
});

test('what was opened is told of once, and handed over once', () => {
  const batches = new OutsideBatches();
  let told = 0;
  batches.onArrived = () => (told += 1);
  batches.note([]);
  batches.note(['/a.outlog']);
  batches.note(['/b.outlog', '/c.outlog']);
  expect(told).toBe(2);
  expect(batches.take()).toEqual(['/a.outlog', '/b.outlog', '/c.outlog']);
  expect(batches.take()).toEqual([]);
});
