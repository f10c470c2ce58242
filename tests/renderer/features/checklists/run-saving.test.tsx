import '../../support/window-outlog.ts';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { startSop } from '../../../../renderer/services/start-run.ts';
import { UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

test('an answer is not called saved before the journal has it', async () => {
  const { runId } = must(await startSop(desk.worker, { id: 'sheet', outcomeId: UPLOADS }));
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { level: 2, name: 'Read the sheet' });
  const { append } = desk.computer.bridge;
  const flush = new EventTarget();
  Object.assign(desk.computer.bridge, {
    append: async (edits: Parameters<typeof append>[0]) => {
      await new Promise((done) => flush.addEventListener('done', done));
      return await append(edits);
    },
  });
  await desk.user.click(screen.getByRole('button', { name: /^Done/ }));
  await screen.findByRole('heading', { level: 2, name: 'Count the rows' });
  expect(screen.getByText('Saving…')).toBeDefined();
  expect(screen.queryByText('Saved')).toBeNull();
  flush.dispatchEvent(new Event('done'));
  expect(await screen.findByText('Saved')).toBeDefined();
});
