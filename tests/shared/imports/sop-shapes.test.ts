import { describe, expect, it } from 'vitest';
import { allSteps, linesOf, only, readText, shape, stepTitles } from './sop-support.ts';

describe('a procedure in Markdown', () => {
  it('takes title, owner and review from front matter', () => {
    const sop = only(
      readText(
        '---\ntitle: Refunds\nowner: Ana\nreview: quarterly\nnext_review: 2027-01-15\n---\n1. Look\n',
      ),
    );
    expect(sop).toMatchObject({
      title: 'Refunds',
      ownerName: 'Ana',
      reviewEveryDays: 90,
      reviewOn: '2027-01-15',
    });
  });

  it('is named by its file where nothing else names it', () => {
    expect(only(readText('1. Look\n')).title).toBe('Notes');
  });

  it('reports front matter that cannot be read, and reads the rest', () => {
    const reading = readText('---\n{ broken: [\n---\n\n1. Look\n');
    expect(linesOf(reading, 'front-matter-unread')).toEqual([1]);
    expect(stepTitles(only(reading))).toEqual(['Look']);
  });

  it('reads why from headings and from lines that say so', () => {
    const sop = only(
      readText(
        '# Refund\n\n## Why\n\nCustomers leave.\n\n## Steps\n\n1. Look it up\n\n   **Why:** the amount differs\n\n2. Pay\n   - Reason: *the* bank closes\n   - use the form\n',
      ),
    );
    expect(sop.purpose).toBe('Customers leave.');
    expect(allSteps(sop).map(({ why }) => why)).toEqual(['the amount differs', 'the bank closes']);
    expect(allSteps(sop)[1]?.how).toBe('- use the form');
  });

  it('reads what a title says beside what to do', () => {
    const steps = allSteps(
      only(
        readText(
          '1. Check the mail (~5 min)\n2. Call back (optional)\n3. Write the report (10–15 minutes)\n4. Paid in full? (yes / no / partly)\n5. Wait 5 minutes\n6. Choose one: red / blue\n7. Decide (see the table)\n',
        ),
      ),
    );
    expect(steps.map(({ title }) => title)).toEqual([
      'Check the mail',
      'Call back',
      'Write the report',
      'Paid in full?',
      'Wait 5 minutes',
      'Choose one',
      'Decide (see the table)',
    ]);
    expect(steps.map(({ expectedMinutes }) => expectedMinutes)).toEqual([
      5,
      null,
      15,
      null,
      null,
      null,
      null,
    ]);
    expect(steps.map(({ isRequired }) => isRequired)).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(steps.map(({ options }) => options)).toEqual([
      [],
      [],
      [],
      ['Yes', 'No', 'Partly'],
      [],
      ['Red', 'Blue'],
      [],
    ]);
  });

  it('takes numbered headings with lists under them for sections, and without for steps', () => {
    const listed = only(
      readText('## 1. Prepare\n\n1. a b\n2. c d\n\n## 2. Do\n\n1. e f\n2. g h\n'),
    );
    expect(shape(listed)).toEqual([
      ['Prepare', 2],
      ['Do', 2],
    ]);
    const told = only(readText('## 1. Prepare\n\nTake a pen.\n\n## 2. Do\n\nWrite.\n'));
    expect(shape(told)).toEqual([[null, 2]]);
    expect(allSteps(told)[0]?.how).toBe('Take a pen.');
  });

  it('does not take versions and dates for numbers of steps', () => {
    const sop = only(readText('# Log\n\n## 1.2.3\n\n- a b\n\n## 1.2.2 (2020-01-01)\n\n- c d\n'));
    expect(shape(sop)).toEqual([
      ['1.2.3', 1],
      ['1.2.2 (2020-01-01)', 1],
    ]);
  });

  it('takes ticked boxes as steps that anybody has still to do', () => {
    const sop = only(readText('- [x] Open\n- [ ] Close\n'));
    expect(stepTitles(sop)).toEqual(['Open', 'Close']);
  });

  it('makes steps of points within steps where that is chosen', () => {
    const text = '1. Pack\n   1. Take a box\n   2. Close it\n2. Send\n';
    expect(stepTitles(only(readText(text)))).toEqual(['Pack', 'Send']);
    expect(stepTitles(only(readText(text, { nested: 'steps' })))).toEqual([
      'Pack',
      'Take a box',
      'Close it',
      'Send',
    ]);
  });

  it('splits a document of several procedures, and keeps it whole where that is chosen', () => {
    const text =
      '# Open the shop\n\n1. Lights\n2. Till\n\n# Close the shop\n\n1. Till\n2. Lights\n';
    const reading = readText(text);
    expect(reading.sops.map(({ title }) => title)).toEqual(['Open the shop', 'Close the shop']);
    const whole = only(readText(text, { split: 0 }));
    expect(allSteps(whole)).toHaveLength(4);
  });

  it('proposes headings that each say how to as procedures', () => {
    const text =
      '# Handbook\n\n## How to refund\n\n1. Look\n2. Pay\n\n## How to exchange\n\n1. Look\n2. Send\n';
    const reading = readText(text);
    expect(reading.choices.split).toBe(2);
    expect(reading.sops.map(({ title }) => title)).toEqual(['How to refund', 'How to exchange']);
  });

  it('takes a line in bold for a heading', () => {
    const sop = only(readText('**Morning**\n\n1. Lights\n\n**Evening**\n\n1. Lights off\n'));
    expect(shape(sop)).toEqual([
      ['Morning', 1],
      ['Evening', 1],
    ]);
  });

  it('keeps links of https alone, and says which it left out', () => {
    const reading = readText(
      '1. Open [a](https://a.example) and [b](http://b.example) and [c](javascript:alert)\n',
    );
    expect(allSteps(only(reading))[0]?.how).toBe('[a](https://a.example)');
    expect(reading.notes.map(({ text }) => text)).toEqual([
      'b: http://b.example',
      'c: javascript:alert',
    ]);
  });

  it('keeps blanks that look like tags', () => {
    expect(stepTitles(only(readText('1. Replace <your-name> in the file\n')))).toEqual([
      'Replace <your-name> in the file',
    ]);
  });

  it('keeps pictures of this workspace, by what is in them', () => {
    const hash = 'a'.repeat(64);
    const reading = readText(
      `1. Look\n\n   ![the form](evidence:${hash})\n   ![x](data:image/png;base64,AAAA)\n`,
    );
    expect(allSteps(only(reading))[0]?.how).toBe(`![the form](evidence:${hash})`);
    expect(linesOf(reading, 'picture-left-out')).toEqual([4]);
  });

  it('says where there was nothing to do in it', () => {
    const reading = readText('Just a note.\n');
    expect(linesOf(reading, 'no-steps')).toEqual([1]);
    expect(only(reading).purpose).toBe('Just a note.');
  });
});
