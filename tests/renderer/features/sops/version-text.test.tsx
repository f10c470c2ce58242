import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { versionPieces } from '#shared/sops/draft';
import type { Sop } from '#shared/sops/sop';
import { sopFrom, sopVersionFrom } from '#shared/sops/sop';
import { EMPTY_STEP, stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { VersionText } from '../../../../renderer/features/sops/versions/version-text.tsx';

const step = (id: string, order: number, change: Partial<Step>): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  ...change,
});

const STEPS = [
  step('kind', 1, { title: 'Kind of return', kind: 'choice', options: ['Refund', 'Exchange'] }),
  step('amount', 3, {
    title: 'Amount',
    kind: 'number',
    max: 50,
    isRequired: false,
    rules: [
      { effect: 'show', match: 'all', tests: [{ stepId: 'kind', kind: 'is', value: 'Refund' }] },
    ],
  }),
];

const stored = { audience: 'team', type: 'sop', id: 'sop', stamp: '0' } as const;
const SOP: Sop = {
  ...sopFrom({ ...stored, fields: { title: 'Return', ...stepFields(STEPS) } }),
  draftSections: [{ id: 'pay', order: 2, title: 'Paying' }],
};

test('a version reads as it was published: sections, numbers throughout, limits and conditions', () => {
  const { id, pieces } = versionPieces(SOP, {
    number: 1,
    token: '',
    changeNote: '',
    changeReason: '',
    publishedById: 'ines',
    publishedAtMs: 0,
    effectiveOn: '',
    credits: [],
  });
  const fields = Object.fromEntries(pieces.flatMap((piece) => Object.entries(piece)));
  render(
    <VersionText version={sopVersionFrom({ ...stored, type: 'sopVersion', id, fields }, 1)} />,
  );

  const [first, second] = screen.getAllByRole('listitem').filter((each) => !each.closest('ul'));
  expect(first?.textContent).toContain('1Kind of return');
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Return',
    'Paying',
  ]);
  expect(second?.textContent).toContain('2Amount\u2002optional · at most 50');
  within(second ?? document.body).getByText(/“Kind of return” is “Refund”/);
});
