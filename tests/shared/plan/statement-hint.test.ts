import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statementHints } from '#shared/plan/statement-hint';

const kindsOf = (statement: string) => statementHints(statement).map(({ kind }) => kind);

/** As people write them into job advertisements and task lists. */
const ACTIVITIES = `Manage inbox
manage the inbox every day
Handling returns
Running 3 reports
Scheduling
Process supplier invoices
Update product listings daily
Answer customer emails
Do data entry
Data entry
Inbox management
Responsible for social media
Responsible for handling refunds
Follow up on leads
Take care of the calendar
To check orders every morning
We process orders
Support customers
Customer support
Schedule meetings
Book travel
Post on Instagram daily
Write blog posts
Prepare weekly reports
Research competitors
Do market research
Monitor the website
Fix bugs
Test new releases
Maintain the CRM
Keep the database up to date
Handle phone calls
Track shipments
Reconcile bank statements
Bookkeeping
Review CVs
Screen candidates
Translate documents
Transcribe interviews
Help with payroll
Assist the manager
Administrative tasks
Moderate comments
Upload product pictures
Process the orders that are open
Answer emails that are urgent
Coordinate with vendors`.split('\n');

test('there are enough of them', () => {
  expect(ACTIVITIES.length).toBeGreaterThanOrEqual(40);
});

test.each(ACTIVITIES)('"%s" reads like an activity', (statement) => {
  expect(kindsOf(statement)).toEqual(['activity']);
});

test.each([
  'All inquiries get a first response within four business hours, at 95% satisfaction',
  'Every new product is live within a day, with at most 1% errors',
  'Support tickets are settled within two working days',
  'All invoices are booked correctly within one working day',
  'Zero errors in bookkeeping',
])('"%s" reads like a result', (statement) => {
  expect(kindsOf(statement)).toEqual([]);
});

describe('what a result lacks is asked for', () => {
  test.each([
    ['Customers are happy', ['no-measure']],
    ['Emails are answered quickly', ['vague', 'no-measure']],
    ['Reports reach the client on time', ['vague', 'no-measure']],
    ['Invoices are paid by the 5th', ['no-quality']],
    ['Processing time stays under two days', ['no-quality']],
    ['Every order ships as soon as possible, without errors', ['vague']],
  ])('"%s": %o', (statement, kinds) => {
    expect(kindsOf(statement)).toEqual(kinds);
  });
});

test('the word that gave it away is told', () => {
  expect(statementHints('Handling returns')).toEqual([{ kind: 'activity', word: 'handling' }]);
  expect(statementHints('Sent in a timely manner')[0]).toEqual({ kind: 'vague', word: 'timely' });
});

test('nothing is said about an empty statement', () => {
  expect(statementHints('   ')).toEqual([]);
});

test('any text is judged without failing, and an activity is all that is said of one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      const kinds = kindsOf(text);
      if (kinds.includes('activity')) expect(kinds).toEqual(['activity']);
      expect(new Set(kinds).size).toBe(kinds.length);
    }),
  );
});
