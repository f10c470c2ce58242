import { renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useLeaving } from '../../../renderer/ui/use-leaving.ts';

test('what is left open is left when the window closes, and when its component goes', () => {
  const leave = vi.fn();
  const { unmount } = renderHook(() => useLeaving(leave));
  expect(leave).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('pagehide'));
  expect(leave).toHaveBeenCalledTimes(1);
  unmount();
  expect(leave).toHaveBeenCalledTimes(2);
  window.dispatchEvent(new Event('pagehide'));
  expect(leave).toHaveBeenCalledTimes(2);
});
