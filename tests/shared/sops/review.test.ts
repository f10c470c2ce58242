import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeChange } from '#shared/stream/merge';
import type { RecordState } from '#shared/stream/merge';
import { newStep } from '#shared/sops/draft';
import { isReviewOf, reviewActs, sopStage } from '#shared/sops/review';
import { sopFrom, sopVersionFrom } from '#shared/sops/sop';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import type { Fields } from '#shared/stream/change';

const STEPS = stepFields([{ ...newStep('a', 1), title: 'Do' }]);
const record = (type: string, id: string, fields: Fields): RecordState => ({
  audience: 'team',
  type,
  id,
  fields,
  stamp: '0',
});
const sopOf = (fields: Fields): Sop =>
  sopFrom(record('sop', 'sop1', { title: 'New words', publishedVersion: 1, ...STEPS, ...fields }));
const versionOf = (id: string, number: number, title = 'Old words'): SopVersion =>
  sopVersionFrom(record('sopVersion', id, { sopId: 'sop1', number, title, ...STEPS }));

const V1 = versionOf('v1', 1);
const REVIEW = {
  askedById: 'ana',
  askedAtMs: 1,
  reviewerId: 'ben',
  note: 'Look',
  afterVersionId: 'v1',
};
const SENT_BACK = { byId: 'ben', atMs: 2, note: 'Too long', afterVersionId: 'v1' };
const MANAGERS = ['ana', 'ben', 'cleo'];

describe('the stage of a draft', () => {
  test('goes from changed to in review to sent back, and to published', () => {
    expect(sopStage(sopOf({ publishedVersion: 0 }), null)).toBe('draft');
    expect(sopStage(sopOf({}), V1)).toBe('changed');
    expect(sopStage(sopOf({ review: REVIEW }), V1)).toBe('inReview');
    expect(sopStage(sopOf({ sentBack: SENT_BACK }), V1)).toBe('sentBack');
    expect(sopStage(sopOf({}), versionOf('v2', 2, 'New words'))).toBe('published');
  });

  test('a note is settled by the next version, also where it arrives after that', () => {
    const sop = sopOf({ sentBack: SENT_BACK, title: 'Newer words' });
    expect(sopStage(sop, versionOf('v2', 2, 'New words'))).toBe('changed');
  });

  test('a review is over once a version has come, and nothing that is typed brings it back', () => {
    const v2 = versionOf('v2', 2, 'New words');
    expect(sopStage(sopOf({ review: REVIEW }), v2)).toBe('published');
    expect(sopStage(sopOf({ review: REVIEW, title: 'Newer words' }), v2)).toBe('changed');
    expect(sopStage(sopOf({ review: REVIEW, title: 'Old words' }), V1)).toBe('inReview');
  });

  test('two managers who act at once leave a draft that one of them can go on with', () => {
    const acts: readonly Fields[] = [
      { review: REVIEW, sentBack: null },
      { review: { ...REVIEW, askedById: 'cleo', reviewerId: '' }, sentBack: null },
      { review: null },
      { review: null, sentBack: SENT_BACK },
      { publishedVersion: 2, review: null, sentBack: null },
      { title: 'Old words' },
    ];
    const writes = fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom('s1', 's2')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(writes, fc.boolean(), (writes, isSecondPublished) => {
        let state: RecordState | undefined = record('sop', 'sop1', {
          title: 'New words',
          ...STEPS,
        });
        for (const [at, [fields, stream]] of writes.entries()) {
          const hlc = String(at).padStart(16, '0');
          state = mergeChange(state, { hlc, type: 'sop', id: 'sop1', fields }, stream, 'team');
        }
        const sop = sopFrom(state);
        const stage = sopStage(sop, isSecondPublished ? versionOf('v2', 2, 'New words') : V1);
        const acts = MANAGERS.map((id) => reviewActs(stage, sop.review, id, MANAGERS));
        if (stage === 'published') expect(acts.every(({ canPublish }) => !canPublish)).toBe(true);
        else expect(acts.some(({ canPublish }) => canPublish)).toBe(true);
        expect(acts.some(({ canEdit, canTakeBack }) => canEdit || canTakeBack)).toBe(true);
        expect(acts.every(({ canEdit, canSendBack }) => !(canEdit && canSendBack))).toBe(true);
      }),
    );
  });
});

describe('who may act', () => {
  test('the reviewer publishes or sends back; the asker takes back; others look', () => {
    const { review } = sopOf({ review: REVIEW });
    const of = (id: string) => reviewActs('inReview', review, id, MANAGERS);
    expect(of('ben')).toMatchObject({ canPublish: true, canSendBack: true, canEdit: false });
    expect(of('ana')).toMatchObject({ canPublish: false, canTakeBack: true, canEdit: false });
    expect(of('cleo')).toMatchObject({ canPublish: false, canTakeBack: true });
    expect(of('dan')).toEqual({
      canEdit: false,
      canAsk: false,
      canTakeBack: false,
      canSendBack: false,
      canPublish: false,
    });
  });

  test('a manager alone publishes without asking anybody', () => {
    expect(reviewActs('changed', null, 'ana', ['ana'])).toMatchObject({
      canAsk: false,
      canPublish: true,
    });
    expect(reviewActs('changed', null, 'ana', MANAGERS)).toMatchObject({ canAsk: true });
  });

  test('a review that waits for somebody who has left is anybody’s', () => {
    const gone = { ...REVIEW, reviewerId: 'gone' };
    expect(isReviewOf(gone, 'cleo', MANAGERS)).toBe(true);
    expect(isReviewOf(gone, 'ana', MANAGERS)).toBe(false);
    expect(isReviewOf(gone, 'ana', ['ana'])).toBe(true);
    expect(isReviewOf({ ...REVIEW, reviewerId: '' }, 'ben', MANAGERS)).toBe(true);
  });
});
