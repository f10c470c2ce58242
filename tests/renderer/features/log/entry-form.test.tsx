import '../../support/window-outlog.ts';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePlan } from '../../../../renderer/data/plan.ts';
import { EntryFormDialog } from '../../../../renderer/features/log/entry-form-dialog.tsx';
import { UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

vi.setConfig({ testTimeout: 20_000 });

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

function NewWork({ outcomeIds }: { readonly outcomeIds: readonly string[] | null }) {
  const plan = usePlan();
  if (!plan) return null;
  const outcomes = plan.outcomes.filter(({ id }) => outcomeIds?.includes(id) ?? true);
  return (
    <EntryFormDialog
      dialog={{ kind: 'new', values: {}, isRequest: true }}
      plan={{ ...plan, outcomes }}
      worker={desk.worker}
      onClose={() => undefined}
    />
  );
}

test('the only outcome is chosen already; one of several is left to choose', async () => {
  const { unmount } = desk.show('today', <NewWork outcomeIds={[UPLOADS]} />);
  expect(await screen.findByLabelText('Outcome')).toHaveProperty('value', 'Product uploads');
  unmount();
  desk.show('today', <NewWork outcomeIds={null} />);
  expect(await screen.findByLabelText('Outcome')).toHaveProperty('value', '');
});
