import { useBridge } from '../support/window-outlog.ts';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#shared/result';
import type { Bridge } from '#shared/ipc';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';

let isBroken = true;

function View() {
  if (isBroken) throw new Error('quantity of undefined');
  return <p>The view</p>;
}

const copied: string[] = [];

beforeEach(() => {
  isBroken = true;
  copied.length = 0;
  const answered: Pick<Bridge, 'copyText' | 'notePageProblem'> = {
    notePageProblem: async () => ok(null),
    copyText: async ({ text }) => {
      copied.push(text);
      return ok(null);
    },
  };
  useBridge(answered as Bridge);
  // React tells of every caught error by itself.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => useBridge(null));

test('says that nothing is lost, and what went wrong can be copied', async () => {
  const user = userEvent.setup();
  render(
    <ErrorBoundary>
      <View />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('What you saved is safe');
  await user.click(screen.getByRole('button', { name: 'Copy the details' }));
  expect(copied[0]).toContain('quantity of undefined');
  expect(copied[0]).toContain('View');
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
});

test('tries again when asked', async () => {
  const user = userEvent.setup();
  render(
    <ErrorBoundary>
      <View />
    </ErrorBoundary>,
  );
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try this view again' }));
  expect(screen.getByText('The view')).toBeTruthy();
});

test('another view is not held up by a broken one', () => {
  const { rerender } = render(
    <ErrorBoundary resetKey="today">
      <View />
    </ErrorBoundary>,
  );
  isBroken = false;
  rerender(
    <ErrorBoundary resetKey="entries">
      <View />
    </ErrorBoundary>,
  );
  expect(screen.getByText('The view')).toBeTruthy();
});
