import { beforeEach, expect, test, vi } from 'vitest';

/** A window that has just begun, for what it knows is known for as long as it is open. */
const newWindow = async () => {
  vi.resetModules();
  return await import('../../../renderer/state/first-screen.ts');
};

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('what can wait waits for the first screen, however idle the window is', async () => {
  const { firstScreenStands, whenIdle } = await newWindow();
  const act = vi.fn();
  whenIdle(act);
  vi.advanceTimersByTime(1_000);
  expect(act).not.toHaveBeenCalled();
  firstScreenStands();
  vi.advanceTimersByTime(0);
  expect(act).toHaveBeenCalledOnce();
});

test('a view that never says that it stands holds nothing up for long', async () => {
  const { whenIdle } = await newWindow();
  const act = vi.fn();
  whenIdle(act);
  vi.runAllTimers();
  expect(act).toHaveBeenCalledOnce();
});

test('once it stands nothing waits', async () => {
  const { firstScreenStands, whenIdle } = await newWindow();
  firstScreenStands();
  const act = vi.fn();
  whenIdle(act);
  vi.advanceTimersByTime(0);
  expect(act).toHaveBeenCalledOnce();
});

test.each(['before', 'after'])('what is called off %s it stands is not done', async (when) => {
  const { firstScreenStands, whenIdle } = await newWindow();
  const act = vi.fn();
  const callOff = whenIdle(act);
  if (when === 'after') firstScreenStands();
  callOff();
  firstScreenStands();
  vi.runAllTimers();
  expect(act).not.toHaveBeenCalled();
});
