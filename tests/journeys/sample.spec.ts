import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { SCREENS, closeOverlays, openSample, setTheme, takeSeat } from './steps/screens.ts';
import { violationsOf } from './steps/sound.ts';

const SEATS = { manager: 'Robin Hale', assistant: 'Joanna Salcedo' } as const;

test('the sample is a team at work, and every screen is sound in both themes', async ({
  outlog,
}) => {
  test.setTimeout(300_000);
  const { page } = outlog;
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  await test.step('the first start offers three ways in', async () => {
    await expect(page.getByRole('button', { name: /^Join with an invite/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Start a team/ })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await openSample(page);
    await expect(page.getByText('A sample.')).toBeVisible();
  });

  for (const theme of ['Light', 'Dark'] as const) {
    // All of it once; what differs in the dark is colour alone.
    const [screens, rules] =
      theme === 'Light'
        ? [SCREENS, null]
        : [SCREENS.filter(({ isSeenElsewhere }) => !isSeenElsewhere), ['color-contrast']];
    for (const who of ['manager', 'assistant'] as const) {
      await takeSeat(page, SEATS[who]);
      await setTheme(page, theme);
      for (const screen of screens.filter((each) => each.who === who)) {
        await test.step(`${screen.name}, ${theme.toLowerCase()}`, async () => {
          await screen.open(page);
          expect.soft(await violationsOf(page, rules), screen.name).toEqual([]);
          await closeOverlays(page);
        });
      }
    }
  }
  expect(complaints).toEqual([]);
});
