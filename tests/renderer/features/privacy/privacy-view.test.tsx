import '../../support/window-outlog.ts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PrivacyView } from '../../../../renderer/features/privacy/privacy-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { must } from '../../support/open-manager.tsx';
import { ANA, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const next = () => screen.findByRole('region', { name: 'What leaves next' });

test('the next batch is told in words, and field by field as it will leave', async () => {
  must(
    await save([
      {
        audience: `m-${ANA}`,
        type: 'deliverable',
        id: '202611-one',
        fields: {
          title: 'Product uploads',
          quantity: 12,
          errors: 1,
          completedAtMs: Date.parse('2026-11-18T06:05:00Z'),
          note: 'the supplier was late',
        },
      },
    ]),
  );
  desk.show('privacy', <PrivacyView />);
  const panel = within(await next());
  const line = await panel.findByText(/^You finished 12 of Product uploads, 1 error, /);
  await desk.user.click(line);
  expect(panel.getByText('"the supplier was late"')).toBeDefined();
  const parts = must(await desk.computer.bridge.unsentChanges({ workspace: desk.workspace.id }));
  const sent = parts.map(({ lines }) => new TextDecoder().decode(lines)).join('');
  const shown = panel.getByText(/"note":"the supplier was late"/).textContent ?? '';
  expect(sent.split('\n')).toContain(shown);
});

test('what has been sent is no longer on its way', async () => {
  must(await desk.computer.bridge.sendNow({ workspace: desk.workspace.id }));
  desk.show('privacy', <PrivacyView />);
  expect(await within(await next()).findByText('Nothing waits to be sent')).toBeDefined();
});

test('says where things go and lie, and what is never taken', async () => {
  desk.show('privacy', <PrivacyView />);
  const sent = within(await screen.findByRole('region', { name: 'What is sent, and to whom' }));
  expect(await sent.findByText(/^Into the folder /)).toBeDefined();
  expect(sent.getByText('Nothing. No address is set, and nobody is asked.')).toBeDefined();
  expect(await screen.findByText(`${desk.computer.dir}/workspaces`)).toBeDefined();
  expect(screen.getByText('No location')).toBeDefined();
  expect(await screen.findByText('Nothing went wrong so far.')).toBeDefined();
});
