import { render, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { ReportDocument } from '#shared/exports/report-document';
import { PrintReport } from '../../../../../renderer/app/parts/reports/print-report.tsx';

const letters = Promise.resolve();
// jsdom has no letters to wait for.
Object.defineProperty(document, 'fonts', { value: { ready: letters }, configurable: true });

const report = (title: string): ReportDocument => ({
  title,
  subtitle: '',
  facts: [],
  blocks: [],
  locale: 'en-GB',
});

test('a report that is drawn again while it is printed is printed once', async () => {
  const onReady = vi.fn();
  const shown = report('Weekly review');
  const { rerender } = render(<PrintReport report={shown} onReady={() => onReady('first')} />);
  rerender(<PrintReport report={shown} onReady={() => onReady('second')} />);
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  rerender(<PrintReport report={shown} onReady={() => onReady('third')} />);
  await letters;
  expect(onReady).toHaveBeenCalledTimes(1);
});

test('one that is gone before its letters are there is not printed', async () => {
  const onReady = vi.fn();
  const { unmount } = render(<PrintReport report={report('Gone')} onReady={onReady} />);
  unmount();
  await letters;
  await Promise.resolve();
  expect(onReady).not.toHaveBeenCalled();
});
