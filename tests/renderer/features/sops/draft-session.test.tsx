import '../../support/window-outlog.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { DraftSession } from '../../../../renderer/features/sops/draft-session.ts';
import { createSop } from '../../../../renderer/services/sops.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.leave();
});

const theSop = async () => {
  const [sop] = (await readPlan()).sops;
  if (!sop) throw new Error('There is no SOP');
  return sop;
};

test('who types without a pause has it saved every two seconds all the same', async () => {
  must(await createSop({ title: 'Settle', outcomeId: '', ownerId: '' }));
  const session = new DraftSession(await theSop());
  const append = vi.spyOn(desk.computer.bridge, 'append');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  let typed = '';
  for (let key = 0; key < 20; key++) {
    typed += 'a';
    session.changeHead({ purpose: typed });
    vi.advanceTimersByTime(100);
    expect(append).not.toHaveBeenCalled();
  }
  session.changeHead({ purpose: `${typed}!` });
  vi.advanceTimersByTime(0);
  vi.useRealTimers();
  await vi.waitFor(async () => expect((await theSop()).purpose).toBe(`${typed}!`));
  expect(append).toHaveBeenCalledTimes(1);
});
