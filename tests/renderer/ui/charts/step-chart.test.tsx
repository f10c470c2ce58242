import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { StepChart } from '../../../../renderer/ui/charts/step-chart.tsx';

const chart = (onOpen?: (at: number) => void) =>
  render(
    <StepChart
      title="Accuracy"
      definition="One minus errors by checked"
      stepLabel="Week"
      steps={['2 Nov', '9 Nov', '16 Nov']}
      series={[
        {
          key: 'accuracy',
          label: 'Accuracy',
          kind: 'line',
          tone: 'accent',
          values: [0.9, null, 0.95],
          ranges: [{ low: 0.8, high: 0.96 }, null, { low: 0.9, high: 0.98 }],
        },
      ]}
      columns={[{ key: 'n', label: 'Checked', values: [40, 0, 60], format: String }]}
      format={(ratio) => `${Math.round(ratio * 100)}%`}
      onOpen={onOpen}
    />,
  );

test('the keyboard goes through the steps, each read with its range and its count', async () => {
  const opened = vi.fn();
  chart(opened);
  const plot = screen.getByRole('slider', { name: 'Accuracy' });
  expect(plot.getAttribute('aria-valuetext')).toBe('16 Nov, Accuracy 95% (90% to 98%), Checked 60');
  plot.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
  expect(plot.getAttribute('aria-valuetext')).toBe('9 Nov, Accuracy –, Checked 0');
  await userEvent.keyboard('{Home}{Enter}');
  expect(opened).toHaveBeenCalledWith(0);
});

test('the same numbers stand in a table that opens what is behind a row', async () => {
  const opened = vi.fn();
  chart(opened);
  await userEvent.click(screen.getByRole('button', { name: 'Show the numbers' }));
  const grid = screen.getByRole('grid', { name: 'Accuracy' });
  const rows = within(grid)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows).toEqual([
    'WeekAccuracyFromToChecked',
    '2 Nov90%80%96%40',
    '9 Nov–––0',
    '16 Nov95%90%98%60',
  ]);
  await userEvent.click(within(grid).getByText('16 Nov'));
  expect(opened).toHaveBeenCalledWith(2);
});

test('copying takes every number, whatever is selected', async () => {
  chart();
  await userEvent.click(screen.getByRole('button', { name: 'Show the numbers' }));
  const taken = new Map<string, string>();
  fireEvent.copy(screen.getByRole('grid'), {
    clipboardData: { setData: (kind: string, text: string) => taken.set(kind, text) },
  });
  expect(taken.get('text/plain')?.split('\n')[1]).toBe('2 Nov\t0.9\t0.8\t0.96\t40');
});

test('what a figure means is one press away', async () => {
  chart();
  await userEvent.click(screen.getByRole('button', { name: 'What “Accuracy” means' }));
  expect(await screen.findByText('One minus errors by checked')).toBeDefined();
});
