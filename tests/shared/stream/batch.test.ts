import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/stream/batch-decode';
import {
  BATCH_LIMITS,
  batchPath,
  changesNamedIn,
  signedMessage,
} from '#shared/stream/batch-format';
import { chainedHash, changeLine } from '#shared/stream/chain';
import { type Change, GENESIS_HASH } from '#shared/stream/change';
import { fromHex } from '#shared/hex';
import { hashText, readerTools, sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { TestDevice, testKey } from '../../electron/sync/parts/test-device.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const device = () => new TestDevice({ workspace: 'fernlight', member: 'ana', audience: 'm-ana' });
const decode = (file: Uint8Array) => decodeBatch(file, readerTools);
const problemOf = (file: Uint8Array): string => {
  const batch = decode(file);
  return batch.ok ? 'none' : batch.problem;
};

describe('a batch', () => {
  test('gives back exactly the changes that went in', () => {
    const ana = device().writeMany(300);
    const batch = decode(ana.batch());
    expect(batch.ok && batch.changes).toEqual(ana.changes);
    expect(batch.ok && batch.header).toMatchObject({ first: 1, count: 300, codec: 'gzip' });
  });

  test('in the middle of a stream names the chain it continues', () => {
    const ana = device().writeMany(20);
    const batch = decode(ana.batch(8, 15));
    expect(batch.ok && batch.header.prevChain).toBe(ana.changes[6]?.h);
    expect(batch.ok && batch.trailer.chain).toBe(ana.changes[14]?.h);
  });

  test('keeps record types and fields that this version does not know', () => {
    const ana = device();
    ana.write('hologram', 'h-1', { beam: { nested: [1, { deep: true }] } });
    const batch = decode(ana.batch());
    expect(batch.ok && batch.changes[0]?.fields).toEqual({ beam: { nested: [1, { deep: true }] } });
  });

  test('holds text of every kind', () => {
    const ana = device();
    ana.write('deliverable', '202611-x', { title: 'हिन्दी 😀 "\\ \u2028\u0000\n', note: '\ufeff' });
    const batch = decode(ana.batch());
    expect(batch.ok && batch.changes).toEqual(ana.changes);
  });

  test('is read within a second of processor time at its fullest', () => {
    const ana = device().writeMany(BATCH_LIMITS.changeCount);
    const file = ana.batch();
    const times = Array.from({ length: 5 }, () =>
      cpuMsOf(() => expect(decode(file).ok).toBe(true)),
    );
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});

describe('what is refused, and as what', () => {
  const whole = device().writeMany(40).batch();

  test.each([
    ['nothing at all', new Uint8Array(), 'batch-truncated'],
    ['the first letters', whole.subarray(0, 10), 'batch-truncated'],
    ['half a header', whole.subarray(0, 120), 'batch-truncated'],
    ['half a body', whole.subarray(0, 700), 'batch-truncated'],
    ['all but the last byte', whole.subarray(0, -1), 'batch-truncated'],
    ['a byte too many', Buffer.concat([whole, Buffer.from('x')]), 'batch-truncated'],
    ['a line too many', Buffer.concat([whole, Buffer.from('{}\n')]), 'batch-damaged'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n some picture\n'), 'batch-not-outlog'],
    ['other JSON', Buffer.from('{"format":"other"}\n'), 'batch-not-outlog'],
    ['a long line of nothing', Buffer.alloc(9_000, 'a'), 'batch-not-outlog'],
    ['more than a megabyte', Buffer.alloc(BATCH_LIMITS.fileBytes + 1), 'batch-too-large'],
  ])('%s', (_, file, problem) => {
    expect(problemOf(file)).toBe(problem);
  });

  test('a newer reader is asked for before anything else is understood', () => {
    const newer = '{"format":"outlog-batch","v":3,"minReader":2,"shape":"unknown"}\nwhatever';
    expect(problemOf(Buffer.from(newer))).toBe('batch-newer');
  });

  test('a newer version that this reader may read is read', () => {
    const ana = device().writeMany(3);
    expect(problemOf(forge(ana, { header: { v: 2 } }))).toBe('none');
  });

  test('a body changed after it was signed', () => {
    const file = Buffer.from(device().writeMany(2).batch());
    const at = file.indexOf('entry 1');
    file[at] = 'E'.charCodeAt(0);
    expect(problemOf(file)).toBe('batch-damaged');
  });

  test('a header changed after it was signed', () => {
    const text = Buffer.from(whole).toString('latin1').replace('"schema":1', '"schema":2');
    expect(problemOf(Buffer.from(text, 'latin1'))).toBe('batch-signature');
  });

  test('a key that did not sign', () => {
    const ana = device().writeMany(3);
    expect(problemOf(forge(ana, { signAs: 'mallory' }))).toBe('batch-signature');
  });

  test("a stream id that is not the key's", () => {
    const ana = device().writeMany(3);
    const header = { stream: '0'.repeat(32) };
    expect(problemOf(forge(ana, { header }))).toBe('batch-signature');
  });

  test('a chain with a link missing', () => {
    const ana = device().writeMany(5);
    const lines = ana.changes.filter(({ seq }) => seq !== 3).map(changeLine);
    expect(problemOf(forge(ana, { lines, header: { count: 4 } }))).toBe('batch-damaged');
  });

  test('changes that are each sound but do not chain', () => {
    const ana = device().writeMany(2);
    const bob = device().writeMany(2, 'other');
    const lines = [ana.changes[0], bob.changes[1]].flatMap((each) =>
      each ? changeLine(each) : [],
    );
    expect(problemOf(forge(ana, { lines, chain: bob.h }))).toBe('batch-damaged');
  });

  test.each(['__proto__', 'constructor', 'prototype'])('a field called %s', (key) => {
    const text = `{"a":{"${key}":{"isManager":true}}}`;
    const ana = device();
    ana.write('member', 'ana', JSON.parse(text) as Change['fields']);
    expect(problemOf(ana.batch())).toBe('batch-damaged');
    expect(({} as Record<string, unknown>)['isManager']).toBeUndefined();
  });

  test('nesting deeper than 16', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const problemAt = (levels: number): string => {
      const ana = device();
      ana.write('deliverable', 'x', { deep: JSON.parse(nested(levels)) as Change['fields'] });
      return problemOf(ana.batch());
    };
    expect(problemAt(14)).toBe('none');
    expect(problemAt(15)).toBe('batch-damaged');
  });

  test('one change of more than 64 KiB', () => {
    const ana = device();
    ana.write('deliverable', 'x', { note: 'n'.repeat(BATCH_LIMITS.changeBytes) });
    expect(problemOf(ana.batch())).toBe('batch-too-large');
  });

  test('a change that sets nothing', () => {
    const ana = device();
    ana.write('deliverable', 'x', {});
    expect(problemOf(ana.batch())).toBe('batch-damaged');
  });

  test.each([
    ['count', { count: BATCH_LIMITS.changeCount + 1 }],
    ['rawLen', { rawLen: BATCH_LIMITS.rawBytes + 1 }],
    ['encLen', { encLen: BATCH_LIMITS.fileBytes + 1 }],
  ])('a header whose %s is over its cap', (_, header) => {
    expect(problemOf(forge(device().writeMany(2), { header }))).toBe('batch-too-large');
  });

  test('a gzip bomb stops where the header said it would end', () => {
    const ana = device().writeMany(2);
    const body = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const header = { codec: 'gzip' as const, rawLen: 1_000, encLen: body.length };
    expect(problemOf(forge(ana, { body, header }))).toBe('batch-damaged');
  });

  test.each([
    ['audience', { audience: 'everyone' }],
    ['workspace', { workspace: '../up' }],
    ['first', { first: 0 }],
    ['epoch', { epoch: 'xyz' }],
    ['prevChain', { prevChain: '1'.repeat(64) }],
    ['codec', { codec: 'zip' }],
    ['minReader', { minReader: '1' }],
  ])('a header whose %s is no such thing', (_, header) => {
    expect(problemOf(forge(device().writeMany(2), { header }))).toBe('batch-damaged');
  });
});

describe('file names', () => {
  test('say what a batch holds, in the month of its first change', () => {
    const ana = device().writeMany(12);
    const file = ana.batch(3, 12);
    const sha256 = sha256Hex(file);
    const path = batchPath({ first: 3, count: 10 }, ana.changes[2]?.hlc ?? '', sha256);
    expect(path).toBe(`202611/b-000000000003-12-${sha256.slice(0, 16)}.outlog`);
    expect(path.length).toBeLessThanOrEqual(96);
    expect(changesNamedIn(basename(path))).toBe(10);
    expect(changesNamedIn(`${basename(path)}.age`)).toBe(10);
  });

  test.each([
    'holiday.jpg',
    'b-000000000003-12.outlog',
    'b-000000000012-3-0123456789abcdef.outlog',
    'b-000000000001-5001-0123456789abcdef.outlog',
    'b-000000000001-999999999999999999-0123456789abcdef.outlog',
    'b-000000000003-12-0123456789abcdef (1).outlog',
    'copy of b-000000000003-12-0123456789abcdef.outlog',
  ])('say nothing where nobody named a file so: %s', (name) => {
    expect(changesNamedIn(name)).toBe(0);
  });
});

test('the chain hash covers everything but itself, from sixty-four zeros on', () => {
  const change = { seq: 1, hlc: '0'.repeat(16), type: 'x', id: 'y', fields: { b: 1, a: 'é' } };
  const text = `${GENESIS_HASH}{"fields":{"a":"é","b":1},"hlc":"0000000000000000","id":"y","seq":1,"type":"x"}`;
  expect(chainedHash(hashText, GENESIS_HASH, change)).toBe(sha256Hex(Buffer.from(text)));
});

interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly lines?: readonly string[];
  readonly body?: Uint8Array;
  readonly chain?: string;
  readonly signAs?: string;
}

/** A file whose hashes and signature are right and whose content is what the test wants it to be. */
function forge(ana: TestDevice, { header = {}, lines, body, chain, signAs }: Forgery): Uint8Array {
  const text = (lines ?? ana.changes.map(changeLine)).map((line) => `${line}\n`).join('');
  const bytes = body ?? Buffer.from(text);
  const head = Buffer.from(ana.batch().subarray(0, ana.batch().indexOf(10))).toString();
  const plain = { codec: 'none', rawLen: bytes.length, encLen: bytes.length };
  const parsed = JSON.parse(head) as Record<string, unknown>;
  const headBytes = Buffer.from(JSON.stringify({ ...parsed, ...plain, ...header }));
  const last = chain ?? ana.h;
  const bodyHash = readerTools.sha256(bytes);
  const message = signedMessage(readerTools.sha256(headBytes), bodyHash, fromHex(last));
  const sig = Buffer.from((signAs ? testKey(signAs) : ana.key).sign(message)).toString('hex');
  const trailer = { bodySha256: sha256Hex(bytes), chain: last, sig, end: 'outlog-end' };
  return Buffer.concat([
    headBytes,
    Buffer.from('\n'),
    bytes,
    Buffer.from(`${JSON.stringify(trailer)}\n`),
  ]);
}
