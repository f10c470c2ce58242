import { describe, expect, test } from 'vitest';
import { tableCsv } from '../../../shared/exports/table-csv.ts';
import { tablesJson } from '../../../shared/exports/table-json.ts';
import { REPORT_TABLE } from './a-report-table.ts';

describe('a table as CSV', () => {
  const lines = tableCsv(REPORT_TABLE).slice(1).split('\r\n');

  test('begins with a mark by which Excel reads it as UTF-8', () => {
    expect(tableCsv(REPORT_TABLE).charCodeAt(0)).toBe(0xfeff);
  });

  test('says units in its header, and an instant three times', () => {
    expect(lines[0]).toBe(
      'Entry,Quantity,Accuracy,Value (JPY),Cost (PHP),Took (hours),Day,' +
        'Completed (UTC),Completed zone,Completed (local)',
    );
  });

  test('guards a text that reads like a formula, and leaves a negative number a number', () => {
    expect(lines[1]).toBe(
      `"'=HYPERLINK(""http://x"";""y"")",-3,0.985,12500,125.5,1.5,2026-11-01,` +
        '2026-11-01T06:30:00Z,America/New_York,2026-11-01T01:30:00',
    );
  });

  test('leaves empty what nobody said, and what is no number', () => {
    expect(lines[2]).toBe('"Ñandú, ""x""\nrow",,,,,,,,,');
    expect(lines[3]).toBe(
      "'+1,,1,0,0,0,2026-11-02,2026-01-01T00:00:00Z,Asia/Manila,2026-01-01T08:00:00",
    );
  });
});

test('as JSON a table keeps texts as they were typed and says what each column is', () => {
  const parsed: unknown = JSON.parse(tablesJson([REPORT_TABLE], Date.UTC(2026, 10, 23)));
  expect(parsed).toMatchObject({
    format: 'outlog-report',
    madeAt: '2026-11-23T00:00:00.000Z',
    tables: [
      {
        name: 'Entries: week 47',
        notes: ['This week'],
        rows: [
          {
            Entry: '=HYPERLINK("http://x";"y")',
            Quantity: -3,
            'Value (JPY)': 12_500,
            'Cost (PHP)': 125.5,
            'Completed (local)': '2026-11-01T01:30:00',
          },
          { Entry: 'Ñandú, "x"\nrow', Quantity: null },
          { Quantity: null, Accuracy: 1 },
        ],
      },
    ],
  });
  expect(parsed).toHaveProperty('tables.0.columns.4', {
    title: 'Cost (PHP)',
    kind: 'money',
    currency: 'PHP',
  });
});
