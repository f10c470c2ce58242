import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sopStage } from '#shared/sops/review';
import type { Sop } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { EMPTY_STEP } from '#shared/sops/step';
import { NO_PATCH } from '#shared/sops/draft-patch';
import { acknowledgements, suggestions } from '../../../renderer/data/about-sops.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { readRun } from '../../../renderer/data/runs.ts';
import { versionsOf } from '../../../renderer/data/sops.ts';
import { saveDraft } from '../../../renderer/services/sops.ts';
import {
  acknowledgeVersion,
  askForReview,
  publishSop,
  sendBackDraft,
  takeBackDraft,
} from '../../../renderer/services/sop-versions.ts';
import { save } from '../../../renderer/services/save.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { NOW_MS, edit, invited, managerDesk, must } from './desks.ts';
import { publish, walkOffline, walkTo } from './team-runs.ts';
import type { Team } from './team-runs.ts';

const note = (changeNote: string, effectiveOn = '') => ({
  changeNote,
  changeReason: 'It was asked for',
  effectiveOn,
  reviewOn: '2027-01-01',
});

async function sheet(): Promise<Sop> {
  const sop = (await readPlan()).sopById.get('sheet');
  if (!sop) throw new Error('the plan has not arrived');
  return sop;
}

const newest = async () => (await versionsOf('sheet'))[0] ?? null;
const stage = async () => sopStage(await sheet(), await newest());

async function writesStep(id: string, title: string): Promise<void> {
  const step = { ...EMPTY_STEP, id, order: 9, title };
  must(await saveDraft('sheet', { ...NO_PATCH, steps: new Map([[id, step]]) }));
}

/** Two managers and an assistant at computers of their own; the first manager sits at the window. */
async function twoManagers(): Promise<Team> {
  const manager = await managerDesk();
  await publish('sheet', [
    { ...EMPTY_STEP, id: 'count', order: 1, title: 'Count' },
    { ...EMPTY_STEP, id: 'odd', order: 2, title: 'Say what was odd' },
  ]);
  const ana = await invited(manager, 'ana');
  const ben = await invited(manager, 'ben', 'manager');
  await walkTo(ben);
  await walkTo(manager);
  return { manager, ana, ben };
}

test('two managers who publish apart make two versions, each whole, and everybody numbers them alike', async () => {
  const { manager, ben, ana } = await twoManagers();
  await writesStep('mara', 'Mara asks for this');
  must(await publishSop(await sheet(), note('Mara')));
  await walkOffline(ben);
  await writesStep('ben', 'Ben asks for that');
  must(await publishSop(await sheet(), note('Ben')));

  for (const desk of [manager, ben, ana, manager, ben]) await walkTo(desk);
  for (const desk of [manager, ben, ana]) {
    await walkTo(desk);
    const versions = await versionsOf('sheet');
    expect(versions.map(({ number }) => number)).toEqual([2.1, 2, 1]);
    const newest = versions.slice(0, 2);
    for (const { changeNote, steps } of newest) {
      const own = changeNote === 'Mara' ? 'mara' : 'ben';
      expect(steps.map(({ id }) => id)).toEqual(['count', 'odd', own]);
    }
    expect(newest.map(({ changeNote }) => changeNote).toSorted()).toEqual(['Ben', 'Mara']);
  }
  // The draft has both: the next version puts them together.
  await walkTo(manager);
  expect(must(await publishSop(await sheet(), note('Both')))).toEqual({ number: 3 });
  expect((await versionsOf('sheet'))[0]?.steps).toHaveLength(4);
});

test('a version is in force from its day on', async () => {
  await twoManagers();
  await writesStep('new', 'New');
  must(await publishSop(await sheet(), note('Later', '2026-12-01')));
  const versions = await versionsOf('sheet');
  expect(versionInForce(versions, '2026-11-30')?.number).toBe(1);
  expect(versionInForce(versions, '2026-12-01')?.number).toBe(2);
});

test('a draft is asked to be read, is sent back with a note, and is published', async () => {
  const { manager, ben } = await twoManagers();
  await writesStep('new', 'New');
  expect(await stage()).toBe('changed');
  must(
    await askForReview(await sheet(), await newest(), {
      reviewerId: 'ben',
      note: ' Is it clear? ',
    }),
  );
  await walkTo(ben);
  expect(await stage()).toBe('inReview');
  expect((await sheet()).review).toMatchObject({ reviewerId: 'ben', note: 'Is it clear?' });
  must(await sendBackDraft(await sheet(), await newest(), 'No'));
  await walkTo(manager);
  expect(await stage()).toBe('sentBack');
  expect((await sheet()).sentBack).toMatchObject({ byId: 'ben', note: 'No' });
  must(await askForReview(await sheet(), await newest(), { reviewerId: '', note: '' }));
  await walkTo(ben);
  must(await publishSop(await sheet(), note('Clear now')));
  await walkTo(manager);
  expect(await stage()).toBe('published');
  expect((await sheet()).review).toBeNull();
});

test('a review that was asked for while somebody published is over, and can be asked for again', async () => {
  const { manager, ben } = await twoManagers();
  await writesStep('new', 'New');
  await walkTo(ben);
  must(await publishSop(await sheet(), note('Ben did not wait')));
  await walkOffline(manager);
  must(await askForReview(await sheet(), await newest(), { reviewerId: 'ben', note: '' }));
  expect(await stage()).toBe('inReview');
  await walkTo(ben);
  await walkTo(manager);
  expect(await stage()).toBe('published');
  await writesStep('newer', 'Newer');
  expect(await stage()).toBe('changed');
});

test('a draft is taken back, and that can be undone', async () => {
  await twoManagers();
  await writesStep('new', 'New');
  must(await askForReview(await sheet(), await newest(), { reviewerId: '', note: '' }));
  must(await takeBackDraft(await sheet()));
  expect(await stage()).toBe('changed');
  must(await undoLast());
  expect(await stage()).toBe('inReview');
});

test('a version credits the accepted suggestions that no version had yet, and they hear of it', async () => {
  const { manager, ana } = await twoManagers();
  await walkTo(ana);
  const said = { sopId: 'sheet', stepId: 'odd', text: 'Say what odd is', atMs: NOW_MS };
  must(
    await save([
      edit('m-ana', 'suggestion', 's1', said),
      edit('m-ana', 'suggestion', 's2', { ...said, text: 'Leave it out' }),
    ]),
  );
  await walkTo(manager);
  const decision = { verdict: 'accepted', reason: '', byId: manager.memberId, atMs: NOW_MS };
  must(await save([edit('m-ana', 'suggestion', 's1', { decision })]));
  await writesStep('new', 'New');
  must(await publishSop(await sheet(), note('As Ana said')));
  const [version] = await versionsOf('sheet');
  expect(version?.credits).toEqual([{ suggestionId: 's1', memberId: 'ana', stepId: 'odd' }]);
  await writesStep('newer', 'Newer');
  must(await publishSop(await sheet(), note('More')));
  expect((await versionsOf('sheet'))[0]?.credits).toEqual([]);
  await walkTo(ana);
  const published = (await suggestions('sheet')).map(({ id, publishedIn }) => [id, publishedIn]);
  expect(new Map(published as [string, number | null][])).toEqual(
    new Map([
      ['s1', 2],
      ['s2', null],
    ]),
  );
});

test('an assistant accepts no suggestion of their own, and a manager writes in no run of theirs', async () => {
  const { manager, ana } = await twoManagers();
  await walkTo(ana);
  const decision = { verdict: 'accepted', reason: '', byId: manager.memberId, atMs: NOW_MS };
  const said = { sopId: 'sheet', stepId: 'odd', text: 'Unclear', atMs: NOW_MS };
  const run = { sopId: 'sheet', versionId: 'sheet.v1', startedAtMs: NOW_MS };
  must(
    await save([
      edit('m-ana', 'suggestion', 's1', said),
      edit('m-ana', 'suggestion', 's1', { decision, publishedIn: 7 }),
      edit('m-ana', 'run', 'r1', { ...run, finishedAtMs: NOW_MS }),
    ]),
  );
  await walkTo(manager);
  expect(await suggestions('sheet')).toMatchObject([{ decision: null, publishedIn: null }]);
  must(await save([edit('m-ana', 'run', 'r1', { 'answer.odd': { value: 'x', atMs: NOW_MS } })]));
  await walkTo(ana);
  expect((await readRun('m-ana', 'r1'))?.answers.size).toBe(0);
});

test('accepted words that are in the draft no more are not credited before they are', async () => {
  const { manager, ana } = await twoManagers();
  await walkTo(ana);
  const about = { sopId: 'sheet', stepId: 'odd', text: 'Unclear', atMs: NOW_MS };
  must(await save([edit('m-ana', 'suggestion', 's1', { ...about, proposedTitle: 'Odd rows' })]));
  await walkTo(manager);
  await writesStep('odd', 'What was odd?');
  must(await publishSop(await sheet(), note('First')));
  const decision = { verdict: 'accepted', reason: '', byId: manager.memberId, atMs: NOW_MS };
  must(await save([edit('m-ana', 'suggestion', 's1', { decision })]));
  await writesStep('new', 'New');
  must(await publishSop(await sheet(), note('Another step')));
  expect((await versionsOf('sheet'))[0]?.credits).toEqual([]);
  await writesStep('odd', 'Odd rows');
  must(await publishSop(await sheet(), note('As Ana said')));
  expect((await versionsOf('sheet'))[0]?.credits).toHaveLength(1);
});

test('what an assistant has read, the manager sees', async () => {
  const { manager, ana } = await twoManagers();
  await writesStep('new', 'New');
  must(await publishSop(await sheet(), note('New')));
  await walkTo(ana);
  const [version] = await versionsOf('sheet');
  if (!version) throw new Error('the version has not arrived');
  must(await acknowledgeVersion(version));
  await walkTo(manager);
  expect(await acknowledgements('sheet')).toEqual([
    { versionId: version.id, memberId: 'ana', sopId: 'sheet', number: 2, atMs: NOW_MS },
  ]);
});

test('nobody rewrites what is published, whoever tries', async () => {
  const { manager, ben } = await twoManagers();
  await writesStep('new', 'New');
  must(await publishSop(await sheet(), note('As it is')));
  const [version] = await versionsOf('sheet');
  const id = version?.id ?? '';
  await walkTo(ben);
  must(await save([edit('team', 'sopVersion', id, { changeNote: 'As it never was' })]));
  await walkTo(manager);
  expect((await versionsOf('sheet'))[0]?.changeNote).toBe('As it is');
});
