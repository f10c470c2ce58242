import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { XSS_PAYLOADS } from '../renderer/ui/xss-payloads.ts';
import { test } from './launch.ts';

/** Notes every request that leaves our origin, and every script that asks for attention. */
async function watch(app: ElectronApplication, page: Page): Promise<() => Promise<string[]>> {
  const noticed: string[] = [];
  page.on('dialog', (dialog) => {
    noticed.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await app.evaluate(({ session }) => {
    const left: string[] = [];
    Reflect.set(globalThis, 'left', left);
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      if (!/^(?:app|blob|data|devtools):/.test(url)) left.push(`request ${url}`);
      answer({});
    });
  });
  return async () => [
    ...noticed,
    ...(await page.evaluate(() => (Reflect.has(window, 'xss') ? ['script'] : []))),
    ...(await app.evaluate((): string[] => Reflect.get(globalThis, 'left'))),
  ];
}

test('200 hostile texts in a procedure run nothing and ask for nothing', async ({
  outlog: { app, page },
}) => {
  const found = await watch(app, page);
  await page.evaluate(async (payloads) => {
    const made = await window.outlog.createWorkspace({
      name: 'Hostile',
      memberName: 'Robin',
      timeZone: 'UTC',
    });
    if (!made.ok) throw new Error(made.error.code);
    const workspace = made.value.id;
    const memberId = made.value.seats[0]?.memberId ?? '';
    // Some at a time: a change has a largest size.
    for (let from = 0; from < payloads.length; from += 50) {
      const steps = payloads.slice(from, from + 50).map((payload, index) => {
        const order = from + index;
        return [`step.p${order}`, { order, title: payload, how: payload, why: payload }] as const;
      });
      const appended = await window.outlog.append({
        workspace,
        memberId,
        edits: [
          {
            audience: 'team',
            type: 'sop',
            id: 'hostile',
            fields: { title: payloads[0] ?? '', ownerId: memberId, ...Object.fromEntries(steps) },
          },
        ],
      });
      if (!appended.ok) throw new Error(appended.error.code);
    }
    await window.outlog.saveSettings({ workspace, seat: memberId, route: 'sops?sopId=hostile' });
  }, XSS_PAYLOADS);
  await page.reload();
  // The preview draws what is in sight: it is read from the first step to the last.
  const preview = page.getByRole('article', { name: 'Preview' });
  const steps = preview.getByRole('listitem');
  await expect(steps.first()).toBeVisible();
  const seen = new Set<string>();
  const last = String(XSS_PAYLOADS.length);
  await expect(async () => {
    for (const text of await steps.allInnerTexts()) seen.add(/^\d+/.exec(text)?.[0] ?? '0');
    await steps.last().scrollIntoViewIfNeeded();
    expect([...seen]).toContain(last);
  }).toPass({ intervals: [20], timeout: 60_000 });
  for (const number of XSS_PAYLOADS.keys()) expect([...seen]).toContain(String(number + 1));
  expect(await found()).toEqual([]);
});

test('the same texts as raw HTML in the page run nothing and ask for nothing either', async ({
  outlog: { app, page },
}) => {
  const found = await watch(app, page);
  // Each is held by the policy alone. A form or a link that is pressed is held by the walls around the window.
  const blocked = await page.evaluate(async (payloads) => {
    let violations = 0;
    document.addEventListener('securitypolicyviolation', () => (violations += 1));
    const host = document.createElement('div');
    document.body.append(host);
    for (const payload of payloads) {
      host.innerHTML = payload;
      for (const element of host.querySelectorAll('a, button, input')) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    host.remove();
    return violations;
  }, XSS_PAYLOADS);
  expect(blocked).toBeGreaterThan(50);
  expect(await found()).toEqual([]);
  expect(page.url().split('#')[0]).toBe('app://outlog/index.html');
});
