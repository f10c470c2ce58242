import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSop } from '../../../renderer/services/sop-port/read-sop.ts';
import { pastedSop } from '../../../renderer/services/sop-port/sop-sources.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker that is busy for ever, as one in an endless pattern would be. */
class BusyWorker extends EventTarget {
  static ended = 0;
  postMessage(): void {}
  terminate(): void {
    BusyWorker.ended += 1;
  }
}

describe('reading a document', () => {
  it('is ended when it takes too long, and says so', async () => {
    vi.stubGlobal('Worker', BusyWorker);
    const read = await readSop(pastedSop('', '1. Look'), {}, 1);
    expect(read).toMatchObject({ ok: false, error: { code: 'sop-too-slow' } });
    expect(BusyWorker.ended).toBe(1);
  });

  it('says that it could not be read where its worker dies', async () => {
    vi.stubGlobal(
      'Worker',
      class extends EventTarget {
        postMessage(): void {
          this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
        }
        terminate(): void {}
      },
    );
    const read = await readSop(pastedSop('', '1. Look'));
    expect(read).toMatchObject({ ok: false, error: { code: 'sop-unreadable' } });
  });

  it('takes plain text as people write it: signs for points, and steps by name', async () => {
    const read = await readSop(
      pastedSop('', 'Step 1: Open\nthe door\nStep 2: Close\n☐ Lock\n• Check\n'),
    );
    if (!read.ok) throw new Error(read.error.code);
    const titles = read.value.sops.flatMap(({ groups }) =>
      groups.flatMap(({ steps }) => steps.map(({ title }) => title)),
    );
    expect(titles).toEqual(['Open', 'Close']);
  });

  it('takes cells that were copied for a table', async () => {
    const read = await readSop(
      pastedSop('<table><tr><td>x</td></tr></table>', 'Step\tHow\nLook\tclosely\n'),
    );
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.sops[0]?.groups[0]?.steps[0]).toMatchObject({
      title: 'Look',
      how: 'closely',
    });
  });
});
