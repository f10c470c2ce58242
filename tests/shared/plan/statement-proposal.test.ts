import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLE_FAMILIES } from '#shared/plan/outcome';
import { statementHints } from '#shared/plan/statement-hint';
import { proposeResult } from '#shared/plan/statement-proposal';

const key = (name: string) => ({ key: name });
const text = (words: string) => ({ text: words });

describe('an activity is answered with a result about the same things', () => {
  test.each([
    ['Manage inbox', 'firstResponse', key('inquiries')],
    ['Answer customer emails', 'firstResponse', text('customer emails')],
    ['Answer emails from customers', 'firstResponse', text('emails')],
    ['Follow up on the new leads', 'firstResponse', text('leads')],
    ['Support customers', 'firstResponse', text('customers')],
    ['Handling refunds', 'resolution', text('refunds')],
    ['Process the supplier invoices weekly', 'accuracy', text('supplier invoices')],
    ['Do data entry', 'accuracy', key('records')],
    ['Bookkeeping', 'accuracy', key('invoices')],
    ['Update product listings daily', 'turnaround', text('product listings')],
    ['Review CVs', 'turnaround', text('CVs')],
    ['Screen candidates', 'turnaround', key('applications')],
    ['Book travel', 'turnaround', key('bookings')],
    ['Post on Instagram daily', 'turnaround', key('posts')],
    ['Research suppliers', 'insight', key('briefs')],
    ['Running 3 reports', 'insight', key('reports')],
    ['Fix bugs', 'defects', key('changes')],
    ['Monitor the website', 'delivery', key('fixes')],
  ])('"%s"', (statement, template, things) => {
    expect(proposeResult(statement, 'operations')).toEqual({ template, things });
  });
});

test('what is about nothing known goes by the family', () => {
  const templateIn = (family: (typeof ROLE_FAMILIES)[number]) =>
    proposeResult('Assist the manager', family)?.template;
  expect(ROLE_FAMILIES.map(templateIn)).toEqual([
    'firstResponse',
    'delivery',
    'decisions',
    'turnaround',
  ]);
});

test('a result is left alone, also where it could say more', () => {
  for (const statement of ['', 'Invoices are paid by the 5th', 'Emails are answered quickly']) {
    expect(proposeResult(statement, 'support')).toBeNull();
  }
});

test('every activity gets a proposal, and no sentence makes it fail', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom(...ROLE_FAMILIES),
      (said, family) => {
        for (const statement of [said, `Manage ${said}`]) {
          const isActivity = statementHints(statement)[0]?.kind === 'activity';
          if (isActivity) expect(proposeResult(statement, family)).not.toBeNull();
          else expect(() => proposeResult(statement, family)).not.toThrow();
        }
      },
    ),
  );
});
