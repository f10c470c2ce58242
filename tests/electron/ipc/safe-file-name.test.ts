import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/ipc/safe-file-name.ts';

describe('a suggested file name', () => {
  it('keeps what people are called', () => {
    expect(safeFileName('María José Ñ. 山田')).toBe('María José Ñ. 山田');
    expect(safeFileName('Ana / Bot')).toBe('Ana - Bot');
  });

  it('is never a path, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = `Invite for ${safeFileName(name)}.outlog-invite`;
        expect(path.posix.basename(safe)).toBe(safe);
        expect(path.win32.basename(safe)).toBe(safe);
      }),
    );
  });
});
