import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementHint } from '#shared/plan/statement-hint';

test.each([
  'Manage inbox',
  'manage the inbox every day',
  'Handling returns',
  'Running 3 reports',
  'Scheduling',
])('"%s" reads like an activity', (statement) => {
  expect(statementHint(statement)).toBe('activity');
});

test.each([
  'All inquiries get a first response within four business hours',
  'Every new product is live within a day, with at most 1% errors',
  'Invoices are paid by the 5th',
])('"%s" reads like a result', (statement) => {
  expect(statementHint(statement)).toBeNull();
});

test('a result without any figure or deadline is asked for one', () => {
  expect(statementHint('Customers are happy')).toBe('no-measure');
});

test('nothing is said about an empty statement', () => {
  expect(statementHint('   ')).toBeNull();
});

test('any text is judged without failing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      expect([null, 'activity', 'no-measure']).toContain(statementHint(text));
    }),
  );
});
