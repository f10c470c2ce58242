import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { isSigned, signOffId, withSignatures } from '#shared/sops/sign-off';
import { readSignOff, signOffsAskedOf, signOffsOfRun } from '../../../renderer/data/asked.ts';
import { currentProjection } from '../../../renderer/data/current.ts';
import { finishRun } from '../../../renderer/services/finish-run.ts';
import { save } from '../../../renderer/services/save.ts';
import {
  answerSignOff,
  askSignOff,
  withdrawSignOff,
} from '../../../renderer/services/sign-offs.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { sopVersion } from '../../../renderer/data/sops.ts';
import { edit, must } from './desks.ts';
import {
  answers,
  here,
  openTeam,
  runHere,
  startSheet,
  walkOffline,
  walkTo,
  worker,
} from './team-runs.ts';

const anyone = { askedOfId: '', note: 'Row 12 is odd' } as const;

async function askedSheet(askedOfId = ''): Promise<string> {
  const { id } = await startSheet();
  await answers(id, 'count', 42);
  const run = await runHere(id);
  must(await askSignOff(run, 'check', { ...anyone, askedOfId, shown: run.answers }));
  return id;
}

const asked = async () => (await signOffsAskedOf(here()))[0];

async function signs(verdict: 'signed' | 'refused', note = ''): Promise<void> {
  const signOff = await asked();
  if (!signOff) throw new Error('nobody asks');
  must(await answerSignOff(signOff, { verdict, note }));
}

const answerOf = async (runId: string) => {
  const run = await runHere(runId);
  const version = await sopVersion(run.versionId);
  return withSignatures(run.answers, await signOffsOfRun(run), version?.steps ?? []).get('check');
};

test('a colleague who cannot read the run sees what to sign, signs it, and the run can be finished', async () => {
  const { ana, ben } = await openTeam();
  const runId = await askedSheet();
  expect(await asked()).toBeUndefined();
  await walkTo(ben);
  expect(await asked()).toMatchObject({ memberId: 'ana', note: 'Row 12 is odd', stepId: 'check' });
  expect((await asked())?.answers.get('count')?.value).toBe(42);
  expect(await currentProjection().runs.toArray()).toEqual([]);
  await signs('signed', 'Looks right');
  expect(await asked()).toBeUndefined();
  await walkTo(ana);
  expect(await answerOf(runId)).toMatchObject({ value: 'ben' });
  must(await finishRun(await worker(), await runHere(runId), { kind: 'none' }));
  expect((await runHere(runId)).finishedAtMs).not.toBeNull();
});

test('refused with a note, asked again of somebody else, who signs; the manager can be the second person', async () => {
  const { ana, ben, manager } = await openTeam();
  const runId = await askedSheet('ben');
  await walkTo(ben);
  await signs('refused', 'The total is wrong');
  await walkTo(ana);
  expect(await answerOf(runId)).toBeUndefined();
  const run = await runHere(runId);
  must(await askSignOff(run, 'check', { askedOfId: manager.memberId, note: '', shown: new Map() }));
  await walkTo(ben);
  expect(await asked()).toBeUndefined();
  await walkTo(manager);
  expect((await asked())?.answers.get('count')?.isSkipped).toBeUndefined();
  await signs('signed');
  await walkTo(ana);
  expect(await answerOf(runId)).toMatchObject({ value: manager.memberId });
  const told = await readSignOff(signOffId('ana', runId, 'check'));
  expect(told?.earlier).toMatchObject([{ byId: 'ben', note: 'The total is wrong' }]);
});

test('one signs and one refuses, neither knowing of the other: it is signed, and both are told', async () => {
  const { ana, ben, manager } = await openTeam();
  const runId = await askedSheet();
  await walkTo(ben);
  await walkTo(manager);
  await signs('refused', 'Not so');
  await walkOffline(ben);
  await signs('signed');
  await walkTo(ana);
  await walkTo(manager);
  await walkTo(ana);
  const signOff = (await signOffsOfRun(await runHere(runId))).get('check');
  expect(signOff?.signature).toMatchObject({ byId: 'ben' });
  expect(signOff?.signatures).toHaveLength(2);
});

test('a forged signature is refused where it arrives', async () => {
  const { ana, ben } = await openTeam();
  const runId = await askedSheet();
  const id = signOffId('ana', runId, 'check');
  await walkTo(ben);
  const content = (await asked())?.content ?? '';
  const signed = { verdict: 'signed', atMs: 1, note: '', content };
  must(await save([edit('team', 'signOff', id, { signed: { ...signed, byId: 'mara' } })]));
  must(await save([edit('team', 'signOff', id, { note: 'Changed', deleted: true })]));
  await walkTo(ana);
  must(await save([edit('team', 'signOff', id, { signed: { ...signed, byId: 'ben' } })]));
  expect(isSigned(await readSignOff(id))).toBe(true);
  await walkTo(ben);
  const refused = await currentProjection().refused.toArray();
  expect(refused).toMatchObject([{ memberId: 'ana', reason: 'not-own-answer' }]);
  await walkTo(ana);
  const here = await currentProjection().refused.toArray();
  expect(here.filter(({ memberId }) => memberId === 'ben')).toHaveLength(2);
  expect(await readSignOff(id)).toMatchObject({ note: 'Row 12 is odd', isDeleted: false });
});

test('what is withdrawn is asked of nobody; what was answered or changed meanwhile cannot be signed', async () => {
  const { ana, ben } = await openTeam();
  const runId = await askedSheet();
  await walkTo(ben);
  const seen = await asked();
  await walkTo(ana);
  const run = await runHere(runId);
  must(await askSignOff(run, 'check', { ...anyone, shown: new Map() }));
  await walkTo(ben);
  if (!seen) throw new Error('nobody asks');
  const late = await answerSignOff(seen, { verdict: 'signed', note: '' });
  expect(late).toMatchObject({ ok: false, error: { code: 'answered-already' } });
  await walkTo(ana);
  const [own] = [...(await signOffsOfRun(run)).values()];
  if (!own) throw new Error('nothing is asked');
  must(await withdrawSignOff(own));
  await walkTo(ben);
  expect(await asked()).toBeUndefined();
});

test('asking is taken back with the rest, and a run that has ended asks for nothing', async () => {
  const { ben } = await openTeam();
  const runId = await askedSheet();
  must(await undoLast());
  expect((await signOffsOfRun(await runHere(runId))).size).toBe(0);
  must(await finishRun(await worker(), await runHere(runId), { kind: 'none' }));
  const late = await askSignOff(await runHere(runId), 'check', { ...anyone, shown: new Map() });
  expect(late).toMatchObject({ ok: false, error: { code: 'run-ended' } });
  await walkTo(ben);
  expect(await asked()).toBeUndefined();
});

test('long answers travel in pieces, and nobody is shown half of them', async () => {
  const { ben } = await openTeam();
  const { id } = await startSheet();
  const shown = new Map(
    Array.from({ length: 40 }, (_, at) => [
      `s${at}`,
      { value: '字'.repeat(4_000), atMs: at, isSkipped: false, waitingSinceMs: null },
    ]),
  );
  must(await askSignOff(await runHere(id), 'check', { ...anyone, shown }));
  await walkTo(ben);
  expect((await asked())?.answers.size).toBe(40);
});
