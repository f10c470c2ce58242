import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** How a manager fills in the outcome editor. */
export const field = (name: RegExp | string): HTMLElement => screen.getByLabelText(name);

export async function enter(user: UserEvent, name: string, text: string): Promise<void> {
  const control = field(name);
  await user.clear(control);
  await user.click(control);
  if (text !== '') await user.paste(text);
}

export async function choose(
  user: UserEvent,
  scope: HTMLElement,
  name: string,
  option: string | RegExp,
): Promise<void> {
  await user.click(within(scope).getByRole('combobox', { name }));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** The group of one measure's fields, first to last. */
export const measureCard = (number: number): HTMLElement =>
  screen.getByRole('group', { name: new RegExp(`^Measure ${number}: `) });
