import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#shared/sops/answer';
import type { Signature, SignOff } from '#shared/sops/sign-off';
import {
  changedSince,
  isSignOffOpen,
  isSigned,
  signatureFields,
  signOffFrom,
  signOffId,
  withSignatures,
} from '#shared/sops/sign-off';
import type { Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';

const ID = signOffId('ana', 'run1', 'check');

interface Write {
  /** Sorts as text, as hybrid logical time does. */
  readonly at: number;
  readonly stream: string;
  readonly fields: Fields;
}

const fold = (writes: readonly Write[]): RecordState => {
  let state: RecordState | undefined;
  for (const { at, stream, fields } of writes) {
    const change = { hlc: String(at).padStart(16, '0'), type: 'signOff', id: ID, fields };
    state = mergeChange(state, change, stream, 'team');
  }
  if (!state) throw new Error('nothing was written');
  return state;
};

const asks = (at: number, fields: Fields = {}): Write => ({
  at,
  stream: 'ana',
  fields: { runId: 'run1', stepId: 'check', askedOfId: '', askedAtMs: at, note: 'Look', ...fields },
});

/** What somebody says of a record as they see it. */
const says = (
  byId: string,
  at: number,
  seen: readonly Write[],
  verdict: Signature['verdict'] = 'signed',
): Write => ({
  at,
  stream: byId,
  fields: signatureFields(signOffFrom(fold(seen)).content, { byId, atMs: at, verdict, note: '' }),
});

const read = (...writes: readonly Write[]): SignOff => signOffFrom(fold(writes));

describe('a signature', () => {
  const ask = asks(1_000);

  test('is waited for, given, and names who gave it and when', () => {
    expect(isSignOffOpen(read(ask))).toBe(true);
    const signed = read(ask, says('ben', 2_000, [ask]));
    expect(signed.signature).toMatchObject({ byId: 'ben', atMs: 2_000, verdict: 'signed' });
    expect(isSignOffOpen(signed)).toBe(false);
  });

  test('counts where it arrives before the ask', () => {
    const early = says('ben', 2_000, [ask]);
    expect(isSigned(read(early))).toBe(false);
    expect(isSigned(read(early, ask))).toBe(true);
  });

  test('of whoever asks is none, whatever record says so', () => {
    expect(read(ask, says('ana', 2_000, [ask]))).toMatchObject({ signature: null, earlier: [] });
  });

  test('of somebody else than was asked is none', () => {
    const named = asks(1_000, { askedOfId: 'ben' });
    const signed = read(named, says('carl', 2_000, [named]));
    expect(signed.signature).toBeNull();
    expect(isSignOffOpen(signed)).toBe(true);
    expect(isSigned(read(named, says('ben', 2_000, [named])))).toBe(true);
  });

  test('of other words, or of an earlier asking, does not hold for these', () => {
    const signature = says('ben', 2_000, [ask]);
    const reworded = read(ask, signature, {
      at: 3_000,
      stream: 'ana',
      fields: { 'answer.count': { value: 999, atMs: 1 } },
    });
    expect(reworded).toMatchObject({ signature: null, earlier: [{ byId: 'ben' }] });
    expect(isSignOffOpen(reworded)).toBe(true);
    expect(read(ask, signature, asks(3_000)).signature).toBeNull();
  });

  test('refused, asked again and signed: both are told', () => {
    const refused = says('ben', 2_000, [ask], 'refused');
    const again = asks(3_000);
    const seen = [ask, refused, again];
    expect(read(ask, refused)).toMatchObject({ signature: { verdict: 'refused' } });
    expect(read(...seen, says('carl', 4_000, seen))).toMatchObject({
      signature: { byId: 'carl', verdict: 'signed' },
      earlier: [{ byId: 'ben', verdict: 'refused' }],
    });
  });

  test('stays though another one refuses, earlier or later; both are told', () => {
    const signed = says('ben', 3_000, [ask]);
    for (const at of [2_000, 4_000]) {
      const both = read(ask, signed, says('carl', at, [ask], 'refused'));
      expect(both.signature).toMatchObject({ byId: 'ben', verdict: 'signed' });
      expect(both.signatures.map(({ byId }) => byId).toSorted()).toEqual(['ben', 'carl']);
    }
  });

  test('of a second signer does not push the first aside', () => {
    const both = read(ask, says('ben', 2_000, [ask]), says('carl', 3_000, [ask]));
    expect(both.signature).toMatchObject({ byId: 'ben' });
    expect(both.signatures).toHaveLength(2);
  });

  test('outlives a withdrawal that did not know of it; a refusal does not', () => {
    const withdrawn: Write = { at: 2_500, stream: 'ana', fields: { deleted: true } };
    expect(isSignOffOpen(read(ask, withdrawn))).toBe(false);
    expect(isSigned(read(ask, withdrawn, says('ben', 3_000, [ask])))).toBe(true);
    const refused = read(ask, withdrawn, says('ben', 3_000, [ask], 'refused'));
    expect([isSigned(refused), isSignOffOpen(refused)]).toEqual([false, false]);
  });

  test.each<[string, Fields]>([
    ['a word', { signed: 'ben' }],
    ['a list', { signed: ['ben'] }],
    ['nothing', { signed: null }],
    ['no verdict', { signed: { byId: 'ben', atMs: 1 } }],
    ['another verdict', { signed: { byId: 'ben', atMs: 1, verdict: 'accepted' } }],
    ['nobody', { signed: { atMs: 1, verdict: 'signed' } }],
    ['no time that there is', { askedAtMs: 'soon', note: 7, signed: {} }],
  ])('that is %s is none', (_, fields) => {
    expect(read(ask, { at: 9_000, stream: 'ben', fields }).signature).toBeNull();
  });
});

test('in any order and however often they arrive, the same counts, and signed stays signed', () => {
  const last = asks(5_000, { note: 'Again' });
  const base = [asks(1_000), last];
  const write = fc.oneof(
    fc
      .record({ at: fc.integer({ min: 1_001, max: 9_000 }), by: fc.constantFrom('ben', 'carl') })
      .chain(({ at, by }) =>
        fc
          .constantFrom('signed' as const, 'refused' as const)
          .chain((verdict) =>
            fc.constantFrom(...base).map((seen) => says(by, at, [seen], verdict)),
          ),
      ),
    fc
      .integer({ min: 1_001, max: 9_000 })
      .map((at): Write => ({ at, stream: 'ana2', fields: { deleted: at % 2 === 0 } })),
  );
  fc.assert(
    fc.property(
      fc.array(write, { maxLength: 8 }).chain((writes) => {
        const all = [...base, ...writes];
        return fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.subarray(all),
        );
      }),
      ([all, shuffled, some]) => {
        const whole = signOffFrom(fold(all));
        expect(signOffFrom(fold([...shuffled, ...some]))).toEqual(whole);
        // What is known of the last asking so far is never unsaid by what arrives later.
        if (some.includes(last) && isSigned(signOffFrom(fold(some)))) {
          expect(isSigned(whole)).toBe(true);
        }
      },
    ),
    { numRuns: 400 },
  );
});

describe('the answers of a run', () => {
  const steps = [
    { id: 'count', kind: 'number' },
    { id: 'check', kind: 'signOff' },
  ] as const;
  const answer = (value: Answer['value'], fields: Partial<Answer> = {}): Answer => ({
    value,
    atMs: 1,
    isSkipped: false,
    waitingSinceMs: null,
    ...fields,
  });
  const ask = asks(1_000, { 'answer.count': { value: 12, atMs: 5 } });
  const signed = new Map([['check', read(ask, says('ben', 2_000, [ask]))]]);

  test('hold who signed, and when', () => {
    const all = withSignatures(new Map([['count', answer(12)]]), signed, steps);
    expect(all.get('check')).toMatchObject({ value: 'ben', atMs: 2_000 });
    expect(all.get('count')?.value).toBe(12);
  });

  test('hold no signature that the run gives itself', () => {
    const own = new Map([['check', answer('ben')]]);
    expect(withSignatures(own, new Map(), steps).has('check')).toBe(false);
    const refused = read(ask, says('ben', 2_000, [ask], 'refused'));
    expect(withSignatures(own, new Map([['check', refused]]), steps).has('check')).toBe(false);
    const passedOver = new Map([['check', answer(null, { isSkipped: true })]]);
    expect(withSignatures(passedOver, new Map(), steps).get('check')?.isSkipped).toBe(true);
  });

  test('are told from what was signed where they have changed since', () => {
    const [signOff] = signed.values();
    if (!signOff) throw new Error('nothing was signed');
    expect(changedSince(signOff, new Map([['count', answer(12)]]))).toEqual([]);
    expect(changedSince(signOff, new Map([['count', answer(13)]]))).toEqual(['count']);
    expect(changedSince(signOff, new Map())).toEqual(['count']);
  });
});
