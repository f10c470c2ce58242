import { describe, expect, it } from 'vitest';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';

const vocabulary: LogVocabulary = {
  outcomes: [
    { id: 'uploads', name: 'Product uploads', unit: 'listings' },
    { id: 'replies', name: 'Customer replies', unit: 'tickets' },
    { id: 'returns', name: 'Returns', unit: 'tickets' },
    { id: 'books', name: 'Contabilité du mois', unit: 'invoices' },
  ],
  clients: ['Acme Ltd', 'Acorn', 'Nord & Süd'],
  people: [
    { id: 'ana', name: 'Ana Reyes', on: 'manager' },
    { id: 'ben', name: 'Ben Cruz', on: 'colleague' },
  ],
  currency: 'USD',
};

const read = (text: string) => parseLogLine(text, vocabulary);
const said = (text: string) => {
  const { outcomeId, quantity, errors, note } = read(text);
  return { outcomeId, quantity, errors, note };
};
const codes = (text: string) => read(text).problems.map(({ code }) => code);
const marked = (text: string) =>
  read(text)
    .tokens.filter(({ kind }) => kind !== 'gap')
    .map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);

describe('a line of finished output', () => {
  it('says quantity, outcome, errors and a note', () => {
    expect(said('12 listings for Product uploads, 1 error, photos came late')).toEqual({
      outcomeId: 'uploads',
      quantity: 12,
      errors: 1,
      note: 'photos came late',
    });
  });

  it('is marked stretch by stretch', () => {
    expect(marked('12 listings for Product uploads, 1 error, $45.50 #A-7 @Acme slow site')).toEqual(
      [
        'quantity:12 listings',
        'outcome:for Product uploads',
        'errors:1 error',
        'value:$45.50',
        'reference:#A-7',
        'client:@Acme',
        'note:slow site',
      ],
    );
  });

  it.each([
    ['12 listings', 'uploads'],
    ['12 lisitngs', 'uploads'],
    ['12 spring listings', 'uploads'],
    ['1 listing', 'uploads'],
    ['9 prod upl', 'uploads'],
    ['9 PU', 'uploads'],
    ['PRODUCT UPLOADS 9', 'uploads'],
    ['Product uploads: 9', 'uploads'],
    ['5 invoices', 'books'],
    ['5 contabilite', 'books'],
    ['5 for custmer replies', 'replies'],
    ['4 tickets for returns', 'returns'],
    ['replies 7', 'replies'],
  ])('finds the outcome in "%s"', (text, outcomeId) => {
    expect(read(text).outcomeId).toBe(outcomeId);
    expect(read(text).problems).toEqual([]);
  });

  it('asks which of two outcomes with one unit is meant', () => {
    const line = read('12 tickets');
    expect(line.outcomeId).toBeNull();
    expect(line.problems).toMatchObject([
      { code: 'outcome-ambiguous', isBlocking: true, outcomeIds: ['replies', 'returns'] },
    ]);
  });

  it('asks for the outcome where none is named, and points at a name nobody has', () => {
    expect(codes('12 bananas')).toEqual(['outcome-missing']);
    const line = read('12 for Payrol run');
    expect(line.problems[0]).toMatchObject({ code: 'outcome-unknown', start: 7, end: 17 });
  });

  it('needs no name from somebody who answers for one outcome', () => {
    const one = { ...vocabulary, outcomes: vocabulary.outcomes.slice(0, 1) };
    expect(parseLogLine('12, all good', one)).toMatchObject({
      outcomeId: 'uploads',
      quantity: 12,
      note: 'all good',
    });
  });

  it('leaves a name inside other words to the note', () => {
    expect(said('12 listings, the customer was slow')).toEqual({
      outcomeId: 'uploads',
      quantity: 12,
      errors: null,
      note: 'the customer was slow',
    });
  });

  it('keeps numbers that count nothing in the note', () => {
    expect(said('replies, called back about invoice 99 at 3 pm')).toMatchObject({
      outcomeId: 'replies',
      quantity: null,
      note: 'called back about invoice 99 at 3 pm',
    });
  });

  it('interprets nothing after note:', () => {
    expect(said('3 listings, note: 2 errors in #99, for returns @Acme')).toEqual({
      outcomeId: 'uploads',
      quantity: 3,
      errors: null,
      note: '2 errors in #99, for returns @Acme',
    });
  });

  it.each([
    ['1,200 listings', 1200],
    ['12,1 error listings', 12],
    ['7.5 listings', 7.5],
    ['12x listings', 12],
    ['x12 listings', 12],
  ])('counts "%s" as %d', (text, quantity) => {
    expect(read(text).quantity).toBe(quantity);
  });

  it.each([
    ['no errors', 0],
    ['zero errors', 0],
    ['without mistakes', 0],
    ['error-free', 0],
    ['2 errs', 2],
    ['errors: 3', 3],
    ['nothing said', null],
  ])('reads errors from "%s"', (text, errors) => {
    expect(read(`10 listings, ${text}`)).toMatchObject({ quantity: 10, errors });
  });

  it.each([
    ['$45.50', 4550],
    ['45.50$', 4550],
    ['USD 45', 4500],
    ['45 usd', 4500],
    ['$1,200', 120000],
  ])('reads the value %s', (text, valueMinor) => {
    expect(read(`10 listings ${text}`)).toMatchObject({ quantity: 10, valueMinor });
  });

  it('does not count a sum in another currency', () => {
    const line = read('10 listings, €45');
    expect(line.valueMinor).toBeNull();
    expect(line.note).toBe('€45');
    expect(line.problems).toMatchObject([{ code: 'other-currency', isBlocking: false }]);
  });

  it('counts a currency without cents in whole units', () => {
    const yen = { ...vocabulary, currency: 'JPY' };
    expect(parseLogLine('3 listings ¥4,500', yen).valueMinor).toBe(4500);
  });

  it.each([
    ['#1234', '#1234'],
    ['ref ABC-1', 'ABC-1'],
    ['order 4512', '4512'],
    ['https://shop.example/p/1?a=2,3', 'https://shop.example/p/1?a=2,3'],
  ])('reads the reference %s', (text, reference) => {
    expect(read(`1 listing, ${text}, late`)).toMatchObject({ reference, note: 'late' });
  });

  it.each([
    ['@Acme', 'Acme Ltd'],
    ['@acme ltd', 'Acme Ltd'],
    ['@Acorn', 'Acorn'],
    ['@nord & sud', 'Nord & Süd'],
    ['@Zeta', 'Zeta'],
    ['@"Zeta and Sons"', 'Zeta and Sons'],
  ])('reads the client %s', (text, client) => {
    expect(read(`2 listings ${text}`)).toMatchObject({ client, quantity: 2, note: '' });
  });

  it('takes yesterday where it stands apart', () => {
    expect(read('12 listings, yesterday')).toMatchObject({ dayOffset: -1, note: '' });
    expect(read('12 listings, asked yesterday about photos').dayOffset).toBe(0);
  });

  it.each([
    ['-5 listings', '-5'],
    ['12-15 listings', '12-15'],
    ['99999999999999999 listings', '99999999999999999'],
    ['finished 12k listings', '12k'],
    ['12listings', '12listings'],
    ['1 200 listings', '1 200'],
    ['1.200 listings', '1.200'],
    ['Product uploads: 1.200', '1.200'],
    ['١٢ for Product uploads', '١٢'],
  ])('asks how many "%s" are instead of counting one', (text, unclear) => {
    const only = { ...vocabulary, outcomes: vocabulary.outcomes.slice(0, 1) };
    const [problem] = parseLogLine(text, only).problems;
    expect(problem).toMatchObject({ code: 'quantity-unclear', isBlocking: true });
    expect(text.slice(problem?.start, problem?.end)).toBe(unclear);
  });

  it.each([
    ['10 listings, $1.200', '$1.200'],
    ['10 listings, 45,50$ more', '45,50$'],
    ['10 listings, $45,50 more', '$45,50'],
  ])('asks what the sum in "%s" is instead of counting a part of it', (text, unclear) => {
    const [problem] = read(text).problems;
    expect(read(text).valueMinor).toBeNull();
    expect(problem).toMatchObject({ code: 'amount-unclear', isBlocking: true });
    expect(text.slice(problem?.start, problem?.end)).toBe(unclear);
  });

  it.each(['0.125 listings', '7.25 listings', '1.20 listings', 'replies, version 1.200 of it'])(
    'reads decimals and notes in "%s" as they are',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it.each([
    'listings',
    '2h call about listings',
    '12 listings, order 4512',
    '12 listings 404 pages fixed',
    '5 listings, 200 photos',
    'call at 3pm for Product uploads',
    'note: -5 listings',
    'started 12-15 listings',
  ])('finds nothing unclear in "%s"', (text) => {
    expect(codes(text)).not.toContain('quantity-unclear');
  });

  it.each([
    ['0 listings', 'quantity-zero', true],
    ['99999999 listings', 'quantity-too-large', true],
    ['2 listings, 3 errors', 'errors-above-quantity', false],
  ])('flags "%s"', (text, code, isBlocking) => {
    expect(read(text).problems).toMatchObject([{ code, isBlocking }]);
  });
});

describe('a line that moves work along', () => {
  it.each([
    ['started spring photos for Product uploads', 'started', 'spring photos'],
    ['done product uploads', 'done', ''],
    ['unblocked returns', 'unblocked', ''],
    ['new: 40 listings for Product uploads', 'requested', ''],
  ])('"%s" is %s', (text, intent, note) => {
    expect(read(text)).toMatchObject({ intent, note });
  });

  it('says on whom it is blocked, and why', () => {
    expect(read('blocked product uploads on client: waiting for photos')).toMatchObject({
      intent: 'blocked',
      outcomeId: 'uploads',
      blockedOn: 'client',
      note: 'waiting for photos',
    });
    expect(read('blocked on the manager: price list').blockedOn).toBe('manager');
    expect(read('blocked on Ben, needs his login')).toMatchObject({
      blockedOn: 'colleague',
      blockedWhoId: 'ben',
    });
    expect(read('blocked by power cut').blockedOn).toBe('system');
  });

  it('takes "new listings" as a note, not as a request', () => {
    expect(read('new listings for Product uploads').intent).toBe('log');
  });
});
