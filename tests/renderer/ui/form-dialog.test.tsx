import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FormDialog } from '../../../renderer/ui/form-dialog.tsx';
import type { SubmitKey } from '../../../renderer/ui/submit-area.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';

/** How often a form was submitted and left; its field and its buttons. */
async function open(submitKey?: SubmitKey) {
  const counts = { submits: 0, closes: 0 };
  render(
    <FormDialog
      title="Move the work"
      submitLabel="Move it"
      submitKey={submitKey}
      isSaving={false}
      onSubmit={() => {
        counts.submits += 1;
      }}
      onClose={() => {
        counts.closes += 1;
      }}
    >
      <TextField label="To" value="" onChange={() => {}} />
    </FormDialog>,
  );
  const user = userEvent.setup({ delay: null });
  const field = await screen.findByRole('textbox', { name: 'To' });
  await user.click(field);
  return { counts, field, user };
}

test('a form is submitted by Ctrl+Enter from its field, and not by Enter alone', async () => {
  const { counts, user } = await open();
  await user.keyboard('{Enter}');
  expect(counts.submits).toBe(0);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(counts.submits).toBe(1);
});

test('a form of single lines is submitted by Enter', async () => {
  const { counts, user } = await open('Enter');
  await user.keyboard('{Enter}');
  expect(counts.submits).toBe(1);
});

test('Enter that ends a composed word submits nothing', async () => {
  const { counts, field } = await open('Enter');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(counts.submits).toBe(0);
});

test('the buttons submit once and leave', async () => {
  const { counts, user } = await open('Enter');
  screen.getByRole('button', { name: /Move it/ }).focus();
  await user.keyboard('{Enter}');
  expect(counts).toEqual({ submits: 1, closes: 0 });
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(counts).toEqual({ submits: 1, closes: 1 });
});
