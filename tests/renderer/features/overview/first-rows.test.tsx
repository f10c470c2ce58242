import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useFirstRows } from '../../../../renderer/features/overview/first-rows.tsx';

function Rows({ count }: { readonly count: number }) {
  const { shown, toggle } = useFirstRows(Array.from({ length: count }, (_, at) => at + 1));
  return (
    <>
      <p>{`to ${shown.at(-1)}`}</p>
      {toggle}
    </>
  );
}

test('a table of a large team begins with its first rows, and shows the rest when it is asked for', async () => {
  const user = userEvent.setup();
  render(<Rows count={200} />);
  expect(screen.getByText('to 25')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Show all 200' }));
  expect(screen.getByText('to 200')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /fewer|less/i }));
  expect(screen.getByText('to 25')).toBeDefined();
});

test('a small team is shown whole, and asked nothing', () => {
  render(<Rows count={25} />);
  expect(screen.getByText('to 25')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
