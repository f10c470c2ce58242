import { useBridge } from '../support/window-outlog.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Bridge } from '#shared/ipc';
import { GENESIS_HASH, memberAudience } from '#shared/stream/change';
import { ReadAhead } from '../../../renderer/services/read-ahead.ts';

afterEach(() => useBridge(null));

const anas = {
  source: {
    stream: 'a'.repeat(32),
    epoch: '00000001',
    audience: memberAudience('ana'),
    memberId: 'ana',
    keyId: 'k',
    isOwn: false,
  },
  afterSeq: 0,
  afterH: GENESIS_HASH,
  lastSeq: 2,
};

test('what fails ahead of its time is told to who asks for it, and to nobody else', async () => {
  const broken = new Error('the main process is gone');
  const readChanges = async () => await Promise.reject(broken);
  useBridge({ readChanges } as Partial<Bridge> as Bridge);
  const chunks = new ReadAhead({ workspace: 'w', isPlain: false }, [anas]);
  // A rejection that is nobody's would end this file here.
  await turn();
  await expect(chunks.next()).rejects.toBe(broken);
});
