import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { memberHistory } from '../import/member-history.ts';
import type { HistoryShape } from '../import/member-history.ts';

export interface CsvShape {
  readonly members: number;
  /** Everything of one member's history but whose it is. */
  readonly historyOf: (member: number) => HistoryShape;
}

const LINES_A_WRITE = 5_000;

/**
 * The same log as a spreadsheet gets it: a line a change, with member, outcome, day, client, quantity, errors,
 * value and times. Answers what the quantities add up to.
 */
export async function writeLogCsv(file: string, { members, historyOf }: CsvShape): Promise<number> {
  const out = createWriteStream(file);
  let lines = [
    'Member,Outcome,Day,Client,Quantity,Errors,Value,Requested (UTC),Completed (UTC),Title',
  ];
  let total = 0;
  const write = async (): Promise<void> => {
    const text = `${lines.join('\n')}\n`;
    lines = [];
    if (!out.write(text)) await once(out, 'drain');
  };
  for (let member = 0; member < members; member += 1) {
    for (const { fields } of memberHistory(historyOf(member))) {
      const { outcomeId = '', day = '', client = '', quantity = 0, errors = 0 } = fields;
      const { valueMinor = 0, requestedAtMs = 0, completedAtMs = 0, title = '' } = fields;
      total += Number(quantity);
      lines.push(
        [
          `Assistant ${member + 1}`,
          outcomeId,
          day,
          client,
          quantity,
          errors,
          Number(valueMinor) / 100,
          instant(Number(requestedAtMs)),
          instant(Number(completedAtMs)),
          `"${String(title)}"`,
        ].join(','),
      );
      if (lines.length >= LINES_A_WRITE) await write();
    }
  }
  await write();
  out.end();
  await once(out, 'close');
  return total;
}

const instant = (ms: number): string => (ms === 0 ? '' : new Date(ms).toISOString());
