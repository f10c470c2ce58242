import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeBatch, splitBatch } from '#shared/stream/batch-decode';
import { BATCH_VERSION } from '#shared/stream/batch-format';
import { encodeBatch } from '#shared/stream/batch-encode';
import { readerTools, sha256Hex, writerTools } from '../../../electron/sync/batch-tools.ts';
import { isJoinProven } from '../../../electron/identity/join-proof.ts';
import { testKey } from '../../electron/sync/parts/test-device.ts';

const frozen = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/frozen/batch-1', name));

/** SHA-256 of everything in a file but its packing, which may differ from one zlib to the next. */
const unpackedHash = (file: Uint8Array): string => {
  const parts = splitBatch(file, readerTools);
  if (!parts.ok) throw new Error(parts.problem);
  const { encLen: _, ...header } = parts.header;
  return sha256Hex(Buffer.concat([Buffer.from(JSON.stringify(header)), gunzipSync(parts.body)]));
};

describe(`batch format ${BATCH_VERSION}`, () => {
  test('is version 1: another one needs frozen files of its own', () => {
    expect(BATCH_VERSION).toBe(1);
  });

  test.each([
    [
      'invited-device.outlog',
      '95e8b14858e699d9a52231bff7c6dde9ddaf8720c9a69be97303161ca15483ca',
      '0c0b3fe27f61f022c8fb2a6437106b75688d0b1564020ebce062fdce0f676141',
      'frozen device',
    ],
    [
      'packed.outlog',
      'c7b61268c739dd1ffc1d476a07e4d19c4e60ef5d8aa735f0371977f6b4421f7d',
      '7bcf982b03dc8b1901258f1c8d47bd66b5cb1df4814555720ea10a4ca21bc2b3',
      'frozen founder',
    ],
  ])('%s is read as ever, and written as ever', (name, sha256, keyId, keyWords) => {
    const file = frozen(name);
    expect(sha256Hex(file)).toBe(sha256);
    const batch = decodeBatch(file, readerTools);
    if (!batch.ok) expect.fail(batch.problem);
    expect(batch.header.keyId).toBe(keyId);
    const again = encodeBatch(batch.header, batch.changes, writerTools(testKey(keyWords)));
    expect(again && unpackedHash(again)).toBe(unpackedHash(file));
  });

  test('the changes in it are what they were', () => {
    const batch = decodeBatch(frozen('invited-device.outlog'), readerTools);
    if (!batch.ok) expect.fail(batch.problem);
    expect(batch.changes.map(({ h }) => h.slice(0, 16))).toEqual([
      'fb88e90e031ac6bb',
      '5d4b0fd0a036d32e',
      '5eb605c9a170cac2',
    ]);
    expect(batch.changes[2]?.fields).toEqual({
      note: null,
      'block.a1': { fromMs: 1, toMs: null, on: 'client', reason: 'waits' },
      tags: ['b', 'a', { z: 1.5e-7, a: true }],
    });
    const { inviteKey, proof } = batch.changes[0]?.fields ?? {};
    const { workspace, member, keyId } = batch.header;
    const joining = { workspace, memberId: member, keyId };
    expect(isJoinProven(String(inviteKey), String(proof), joining)).toBe(true);
  });
});
