import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { HandOver } from '#shared/sops/hand-over';
import { handOverState } from '#shared/sops/hand-over';
import { isRunOpen } from '#shared/sops/run';
import {
  handOversFrom,
  handOversTo,
  signOffsAskedOf,
  signOffsOfRun,
} from '../../../renderer/data/asked.ts';
import { openRuns, runsOfSop } from '../../../renderer/data/runs.ts';
import { finishRun } from '../../../renderer/services/finish-run.ts';
import {
  declineHandOver,
  handOver,
  leaveToColleague,
  takeBack,
  takeHandOver,
} from '../../../renderer/services/hand-overs.ts';
import { abandonWithChildren, startNested } from '../../../renderer/services/nested-runs.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { save } from '../../../renderer/services/save.ts';
import { answerSignOff, askSignOff } from '../../../renderer/services/sign-offs.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { sopVersion } from '../../../renderer/data/sops.ts';
import { NOW_MS, edit, invited, must } from './desks.ts';
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

const HOUR_MS = 3_600_000;

async function handsToBen(): Promise<string> {
  const { id } = await startSheet();
  await answers(id, 'count', 42);
  await answers(id, 'odd', 'Row 12');
  must(
    await handOver(await runHere(id), { toId: 'ben', note: 'Off to lunch', deliverableTitle: '' }),
  );
  return id;
}

async function offer(): Promise<HandOver> {
  const [first] = await handOversTo(here());
  if (!first) throw new Error('nothing is offered');
  return first;
}

const taken = async (): Promise<string> =>
  must(await takeHandOver(await worker(), await offer())).runId;

test('a run goes on with a colleague where it stood, with who answered what and when', async () => {
  const { ana, ben, manager } = await openTeam();
  const id = await handsToBen();
  const given = await runHere(id);
  expect(given).toMatchObject({ handedToId: 'ben', handedAtMs: NOW_MS });
  expect(isRunOpen(given)).toBe(false);
  expect(await openRuns('ana')).toEqual([]);
  await walkTo(ben);
  expect(await offer()).toMatchObject({ fromId: 'ana', note: 'Off to lunch', atStepId: 'odd' });
  pinClock(() => NOW_MS + HOUR_MS);
  const runId = await taken();
  const run = await runHere(runId);
  expect(run).toMatchObject({
    versionId: given.versionId,
    atStepId: 'odd',
    fromRunId: id,
    fromMemberId: 'ana',
    // What lay between the two is nobody's time.
    startedAtMs: NOW_MS + HOUR_MS,
  });
  expect(run.answers.get('count')).toMatchObject({ value: 42, atMs: NOW_MS, byId: 'ana' });
  expect(await handOversTo('ben')).toEqual([]);
  await answers(runId, 'count', 43);
  expect((await runHere(runId)).answers.get('count')).not.toHaveProperty('byId');
  must(await finishRun(await worker(), await runHere(runId), { kind: 'none' }));
  await walkTo(ana);
  expect(handOverState((await handOversFrom('ana'))[0] ?? (await offer()))).toBe('taken');
  const back = await takeBack(await runHere(id));
  expect(back).toMatchObject({ ok: false, error: { code: 'answered-already' } });
  await walkTo(manager);
  expect((await runsOfSop('sheet')).map(({ memberId }) => memberId).toSorted()).toEqual([
    'ana',
    'ben',
  ]);
});

test('declined with a reason it is the giver’s again, and the time between counts as waiting', async () => {
  const { ana, ben } = await openTeam();
  const id = await handsToBen();
  await walkTo(ben);
  must(await declineHandOver(await offer(), 'My shift is over'));
  expect(await handOversTo('ben')).toEqual([]);
  await walkTo(ana);
  const [own] = await handOversFrom('ana');
  if (!own) throw new Error('nothing was handed over');
  expect(own.reply).toMatchObject({ verdict: 'declined', reason: 'My shift is over' });
  pinClock(() => NOW_MS + HOUR_MS);
  must(await takeBack(await runHere(id)));
  const run = await runHere(id);
  expect(isRunOpen(run)).toBe(true);
  expect(run.holds).toMatchObject([
    { fromMs: NOW_MS, toMs: NOW_MS + HOUR_MS, kind: 'blocked', on: 'colleague', whoId: 'ben' },
  ]);
  // A second hand-over of the same run is one of its own.
  must(await handOver(run, { toId: 'ben', note: 'Please', deliverableTitle: '' }));
  await walkTo(ben);
  expect(await offer()).toMatchObject({ note: 'Please' });
});

test('taken back in time it is offered to nobody; undo does the same', async () => {
  const { ana, ben } = await openTeam();
  const id = await handsToBen();
  must(await undoLast());
  expect(isRunOpen(await runHere(id))).toBe(true);
  must(await handOver(await runHere(id), { toId: 'ben', note: '', deliverableTitle: '' }));
  await walkTo(ben);
  const seen = await offer();
  await walkTo(ana);
  must(await takeBack(await runHere(id)));
  await walkTo(ben);
  expect(await handOversTo('ben')).toEqual([]);
  const late = await takeHandOver(await worker(), seen);
  expect(late).toMatchObject({ ok: false, error: { code: 'answered-already' } });
});

test('taken there and taken back here at once: both hold it, and it can be left to the colleague', async () => {
  const { ana, ben } = await openTeam();
  const id = await handsToBen();
  await walkTo(ben);
  await walkOffline(ana);
  const [own] = await handOversFrom('ana');
  if (!own) throw new Error('nothing was handed over');
  must(await takeBack(await runHere(id)));
  await walkOffline(ben);
  const runId = await taken();
  await walkTo(ana);
  await walkTo(ben);
  const [crossed] = await handOversFrom('ana');
  expect(crossed && handOverState(crossed)).toBe('taken');
  expect(crossed?.isDeleted).toBe(true);
  expect(isRunOpen(await runHere(runId))).toBe(true);
  await walkTo(ana);
  expect(isRunOpen(await runHere(id))).toBe(true);
  must(await leaveToColleague(await runHere(id), own));
  expect(isRunOpen(await runHere(id))).toBe(false);
  expect((await handOversFrom('ana'))[0]?.isDeleted).toBe(false);
});

test('two devices that take it make one run', async () => {
  const { ana, ben, manager } = await openTeam();
  await walkTo(manager);
  const second = await invited(manager, 'ben');
  await walkTo(ana);
  const id = await handsToBen();
  await walkTo(ben);
  await walkTo(second);
  const onSecond = await taken();
  await walkOffline(ben);
  const onFirst = await taken();
  expect(onFirst).toBe(onSecond);
  await answers(onFirst, 'odd', 'Nothing');
  await walkTo(second);
  await walkTo(ben);
  expect(await openRuns('ben')).toHaveLength(1);
  expect((await runHere(onFirst)).answers.get('odd')?.value).toBe('Nothing');
  expect((await runHere(onFirst)).fromRunId).toBe(id);
});

test('what a colleague had signed for the giver holds for whoever goes on, unless they gave it', async () => {
  const { ana, ben, manager } = await openTeam();
  const { id } = await startSheet();
  for (const [toId, isHeld] of [
    [manager.memberId, true],
    ['ben', false],
  ] as const) {
    const run = await runHere(id);
    must(await askSignOff(run, 'check', { askedOfId: toId, note: '', shown: new Map() }));
    await walkTo(toId === 'ben' ? ben : manager);
    const [asked] = await signOffsAskedOf(here());
    if (!asked) throw new Error('nobody asks');
    must(await answerSignOff(asked, { verdict: 'signed', note: '' }));
    await walkTo(ana);
    must(await handOver(await runHere(id), { toId: 'ben', note: '', deliverableTitle: '' }));
    await walkTo(ben);
    const shown = await offer();
    const asTaken = {
      id: `h-${shown.id.split('.').at(-1) ?? ''}`,
      memberId: 'ben',
      fromMemberId: 'ana',
      fromRunId: id,
    };
    expect((await signOffsOfRun(asTaken)).has('check')).toBe(isHeld);
    await walkTo(ana);
    must(await takeBack(await runHere(id)));
  }
});

test('what is handed on twice is one story, and its signatures go along', async () => {
  const { ana, ben, manager } = await openTeam();
  const id = await handsToBen();
  await walkTo(ben);
  const second = await runHere(await taken());
  must(
    await askSignOff(second, 'check', { askedOfId: manager.memberId, note: '', shown: new Map() }),
  );
  await walkTo(manager);
  const [asked] = await signOffsAskedOf(here());
  if (!asked) throw new Error('nobody asks');
  must(await answerSignOff(asked, { verdict: 'signed', note: '' }));
  await walkTo(ben);
  must(await handOver(await runHere(second.id), { toId: 'ana', note: '', deliverableTitle: '' }));
  await walkTo(ana);
  const again = await offer();
  expect(again.trail).toEqual([{ memberId: 'ana', runId: id }]);
  const third = await runHere(await taken());
  expect(third.answers.get('count')).toMatchObject({ byId: 'ana' });
  expect((await signOffsOfRun(third)).get('check')?.signature?.byId).toBe(manager.memberId);
});

test('neither a part of another run nor a whole with open parts is handed over, nor one that has ended', async () => {
  await openTeam();
  const { id } = await startSheet();
  const version = await sopVersion('sheet.v1');
  const inner = version?.steps.find(({ kind }) => kind === 'sop');
  if (!inner) throw new Error('no such step');
  must(await startNested(await worker(), await runHere(id), inner));
  const whole = await handOver(await runHere(id), { toId: 'ben', note: '', deliverableTitle: '' });
  expect(whole).toMatchObject({ ok: false, error: { code: 'part-open' } });
  must(await abandonWithChildren(await runHere(id), [], 'Not today'));
  const ended = await handOver(await runHere(id), { toId: 'ben', note: '', deliverableTitle: '' });
  expect(ended).toMatchObject({ ok: false, error: { code: 'run-ended' } });
});

test('a hand-over made to write over a run of the colleague’s is not taken', async () => {
  const { ana, ben } = await openTeam();
  await walkTo(ben);
  must(await save([edit('m-ben', 'run', 'h-mine', { sopId: 'sheet', startedAtMs: 1 })]));
  await walkTo(ana);
  const head = { toId: 'ben', runId: 'x', atMs: 1, versionId: 'sheet.v1' };
  must(await save([edit('team', 'handOver', 'ana.x.mine', head)]));
  await walkTo(ben);
  const refused = await takeHandOver(await worker(), await offer());
  expect(refused).toMatchObject({ ok: false, error: { code: 'run-exists' } });
});
