import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { sopFrom } from '#shared/sops/sop';
import type { Sop } from '#shared/sops/sop';
import { EMPTY_STEP, stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { DraftProvider } from '../../../../renderer/features/sops/rules/draft-provider.tsx';
import { StepKindFields } from '../../../../renderer/features/sops/step-kind-fields.tsx';

const sopOf = (id: string, title: string, steps: readonly Step[]): Sop =>
  sopFrom({
    audience: 'team',
    type: 'sop',
    id,
    fields: { title, publishedVersion: 1, ...stepFields(steps) },
    stamp: '0',
  });

const step = (change: Partial<Step>): Step => ({
  ...EMPTY_STEP,
  id: 'a',
  order: 1,
  title: 'Look',
  ...change,
});

const NO_SOPS: readonly Sop[] = [];
const OWN = sopOf('own', 'Settle a return', []);

function Desk({
  first,
  sops = NO_SOPS,
  onStep,
}: {
  readonly first: Step;
  readonly sops?: readonly Sop[];
  readonly onStep?: (step: Step) => void;
}) {
  const [held, setHeld] = useState(first);
  const sop = { ...OWN, draftSteps: [held] };
  return (
    <DraftProvider sop={sop} settled={sop} sops={sops}>
      <StepKindFields
        step={held}
        onChange={(next) => {
          setHeld(next);
          onStep?.(next);
        }}
      />
    </DraftProvider>
  );
}

const user = userEvent.setup({ delay: null });

async function answerBy(kind: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: 'Answered by' }));
  await user.click(await screen.findByRole('option', { name: kind }));
}

describe('how a step is answered', () => {
  test('says what would be lost before it changes, and keeps it when asked to', async () => {
    let held = step({ kind: 'choice', options: ['Refund', 'Exchange'] });
    render(<Desk first={held} onStep={(next) => (held = next)} />);
    await answerBy('A text');
    screen.getByText('Answered by a text, the step loses its 2 choices.');
    await user.click(screen.getByRole('button', { name: 'Keep as it is' }));
    expect(held.options).toEqual(['Refund', 'Exchange']);
    await answerBy('A text');
    await user.click(screen.getByRole('button', { name: 'Change' }));
    expect(held).toMatchObject({ kind: 'text', options: [] });
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Answered by' }));
  });

  test('changes at once where nothing is lost, and asks for what is missing', async () => {
    render(<Desk first={step({})} />);
    await answerBy('A choice');
    screen.getByText('Step 1 has no choices. Write at least one.');
    await user.type(screen.getByRole('textbox', { name: 'Choices, one a line' }), 'Yes{Enter}No');
    expect(screen.queryByText(/has no choices/)).toBeNull();
  });

  test('opens https links alone', async () => {
    render(<Desk first={step({ kind: 'link' })} />);
    const field = screen.getByRole('textbox', { name: 'Link' });
    await user.type(field, 'http://shop.example');
    screen.getByText('A link begins with https://.');
    await user.clear(field);
    await user.type(field, 'https://shop.example');
    expect(screen.queryByText(/begins with https/)).toBeNull();
  });

  test('does not offer an SOP that would come back to this one', async () => {
    const back = sopOf('back', 'Comes back', [step({ kind: 'sop', sopId: 'own' })]);
    const on = sopOf('on', 'Goes on', [step({})]);
    render(<Desk first={step({ kind: 'sop' })} sops={[OWN, back, on]} />);
    await user.click(screen.getByRole('combobox', { name: 'SOP to run' }));
    await screen.findByRole('option', { name: 'Goes on' });
    expect(screen.queryByRole('option', { name: 'Comes back' })).toBeNull();
    expect(screen.queryByRole('option', { name: 'Settle a return' })).toBeNull();
  });
});
