import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { sopFrom } from '#shared/sops/sop';
import type { Rule } from '#shared/sops/rule';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { StepRules } from '../../../../renderer/features/sops/rules/step-rules.tsx';
import { DraftProvider } from '../../../../renderer/features/sops/rules/draft-provider.tsx';

const step = (id: string, change: Partial<Step>): Step => ({
  ...EMPTY_STEP,
  id,
  order: 0,
  ...change,
});

const KIND = step('kind', {
  title: 'Kind of return',
  kind: 'choice',
  options: ['Refund', 'Exchange'],
});
const AMOUNT = step('amount', { title: 'Amount', kind: 'number', min: 0, max: 100 });
const PAY = step('pay', { title: 'Pay it back' });

const EMPTY_SOP = sopFrom({
  audience: 'team',
  type: 'sop',
  id: 'sop',
  fields: { title: 'Return' },
  stamp: '0',
});

/** The rules of the last step, as the editor holds them. */
function Desk({
  steps,
  onRules,
}: {
  steps: readonly Step[];
  onRules?: (rules: readonly Rule[]) => void;
}) {
  const [draft, setDraft] = useState(steps);
  const last = draft.at(-1);
  if (!last) return null;
  const sop = { ...EMPTY_SOP, draftSteps: draft };
  return (
    <DraftProvider sop={sop} settled={sop} sops={[]}>
      <StepRules
        step={last}
        onChange={(next) => {
          setDraft([...draft.slice(0, -1), next]);
          onRules?.(next.rules);
        }}
      />
    </DraftProvider>
  );
}

const user = userEvent.setup({ delay: null });

async function pick(name: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('conditions of a step', () => {
  test('are built line by line, and read as a sentence when they are closed', async () => {
    let rules: readonly Rule[] = [];
    render(<Desk steps={[KIND, AMOUNT, PAY]} onRules={(next) => (rules = next)} />);
    await user.click(screen.getByRole('button', { name: 'Add condition' }));
    await pick('Earlier step', '1 “Kind of return”');
    expect(rules).toEqual([
      {
        effect: 'show',
        match: 'all',
        tests: [{ stepId: 'kind', kind: 'is', value: 'Refund' }],
      },
    ]);
    await pick('Answer', 'Exchange');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    const sentence = screen.getByRole('button', {
      name: 'Show this step if step 1 “Kind of return” is “Exchange”.',
    });
    expect(document.activeElement).toBe(sentence);
  });

  test('are built and closed with the keyboard alone', async () => {
    let rules: readonly Rule[] = [];
    render(<Desk steps={[KIND, AMOUNT, PAY]} onRules={(next) => (rules = next)} />);
    await user.tab();
    await user.keyboard('{Enter}');
    const group = screen.getByRole('group', { name: 'Condition 1' });
    // What it does is asked first.
    expect(document.activeElement).toBe(
      within(group).getByRole('combobox', { name: 'What it does' }),
    );
    await user.tab();
    await user.keyboard('kind');
    await screen.findByRole('option', { name: '1 “Kind of return”' });
    await user.keyboard('{Enter}');
    expect(rules[0]?.tests[0]?.stepId).toBe('kind');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: 'Condition 1' })).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: /^Show this step if step 1/ }),
    );
  });

  test('offer only the steps before, and say so at the first step', () => {
    render(<Desk steps={[KIND]} />);
    expect(screen.queryByRole('button', { name: 'Add condition' })).toBeNull();
    expect(screen.getByText(/first step has no earlier answers/)).toBeTruthy();
  });

  test('that no answer can meet are named beside the condition, with the step and the answer', async () => {
    const rule: Rule = {
      effect: 'show',
      match: 'all',
      tests: [{ stepId: 'kind', kind: 'is', value: 'Voucher' }],
    };
    render(<Desk steps={[KIND, AMOUNT, { ...PAY, rules: [rule] }]} />);
    expect(
      screen.getByText('Step 3 is never shown: step 1 cannot be answered “Voucher”.'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Show this step/ }));
    await pick('Answer', 'Refund');
    expect(screen.queryByText(/never shown/)).toBeNull();
  });

  test('that contradict each other are told, and mended by asking for one of them', async () => {
    const rule: Rule = {
      effect: 'show',
      match: 'all',
      tests: [
        { stepId: 'amount', kind: 'atLeast', value: 80 },
        { stepId: 'amount', kind: 'atMost', value: 20 },
      ],
    };
    render(<Desk steps={[KIND, AMOUNT, { ...PAY, rules: [rule] }]} />);
    expect(screen.getByText(/Step 3 is never shown: one answer of step 2/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Show this step/ }));
    await pick('How many must hold', 'if one holds');
    expect(screen.queryByText(/never shown/)).toBeNull();
  });

  test('a removed condition is gone, and the focus stays with the conditions', async () => {
    const rule: Rule = {
      effect: 'skip',
      match: 'all',
      tests: [{ stepId: 'kind', kind: 'answered', value: null }],
    };
    render(
      <Desk
        steps={[
          { ...KIND, isRequired: false },
          { ...PAY, rules: [rule] },
        ]}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    expect(screen.getByText('Always shown.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add condition' }));
  });
});
