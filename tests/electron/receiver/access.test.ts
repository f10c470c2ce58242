import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { batchListPath } from '#shared/endpoint/protocol';
import { tokenHash } from '../../../electron/identity/member-token.ts';
import { putRequest } from '../../faults/hostile-http/request-text.ts';
import { testKey, type TestDevice } from '../sync/parts/test-device.ts';
import { putBatch } from '../sync/parts/watched-folder.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam, type ReceiverTeam } from './parts/receiver-team.ts';
import { problemOf, send } from './parts/send.ts';
import { later } from './parts/steady-clock.ts';
import { type Invited, WORKSPACE } from './parts/team-over.ts';

const LIST = batchListPath(WORKSPACE);

async function team(): Promise<ReceiverTeam> {
  const made = await receiverTeam(temporaryFolder());
  onTestFinished(() => made.close());
  return made;
}

/** Somebody's device in the `team` audience, with its log sent. */
async function joinTeam({ put }: ReceiverTeam, invited: Invited): Promise<TestDevice> {
  const log = invited.log('team');
  expect((await put(invited.token, log, log.batch())).status).toBe(201);
  return log;
}

/** Sends what a log has grown by since its first `from` changes. */
const sendRest = ({ put }: ReceiverTeam, { token }: Invited, log: TestDevice, from: number) =>
  put(token, log, log.batch(from + 1));

test('without a token, with a wrong one, and for a workspace that is not here the answer is the same', async () => {
  const { ask, invite, sendPlan } = await team();
  const { token } = invite('ana');
  await sendPlan();
  const wrong = await ask(LIST, { token: 'x'.repeat(43) });
  const elsewhere = await ask(batchListPath('elsewhere'), { token });
  expect(problemOf(await ask(LIST))).toBe('401 unauthorized');
  expect(problemOf(wrong)).toBe('401 unauthorized');
  expect(elsewhere.json).toEqual(wrong.json);
  expect((await ask(LIST, { token })).status).toBe(200);
});

test('a revoked invite is out as soon as the plan that says so is answered', async () => {
  const { ask, invite, revoke, sendPlan, put } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(3);
  expect((await put(ana.token, log, log.batch())).status).toBe(201);
  revoke(ana);
  await sendPlan();
  expect(problemOf(await ask(LIST, { token: ana.token }))).toBe('403 revoked');
  expect(problemOf(await put(ana.token, log, log.batch()))).toBe('403 revoked');
});

test('whoever is put out while they send is not let through for having begun', async () => {
  const { receiver, invite, revoke, sendPlan } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(3);
  const bytes = Buffer.from(
    putRequest(ana.token, log, log.batch(), { headers: [['Expect', '100-continue']] }),
  );
  const bodyAt = bytes.indexOf('\r\n\r\n') + 4;
  const socket = connect(receiver.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(bytes.subarray(0, bodyAt));
  expect(String(await once(socket, 'data'))).toContain('100 Continue');
  revoke(ana);
  await sendPlan();
  socket.write(bytes.subarray(bodyAt));
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 403/);
});

test('another receiver on the same store hears of it within two seconds', async () => {
  const made = await team();
  const other = await receiverTeam(temporaryFolder(), { store: made.store });
  onTestFinished(() => other.close());
  const ana = made.invite('ana');
  await made.sendPlan();
  const ask = () => send(other.url, LIST, { token: ana.token });
  await expect.poll(async () => (await ask()).status).toBe(200);
  made.revoke(ana);
  await made.sendPlan();
  later(2_000);
  expect(problemOf(await ask())).toBe('403 revoked');
});

test('a lost laptop is out while the member’s other device goes on', async () => {
  const made = await team();
  const { invite, revoke, sendPlan, put } = made;
  const laptop = invite('ana');
  const desk = invite('ana');
  await sendPlan();
  const lost = laptop.log('m-ana', 'laptop').writeMany(2);
  const kept = desk.log('m-ana', 'desk').writeMany(2);
  expect((await put(laptop.token, lost, lost.batch())).status).toBe(201);
  expect((await put(desk.token, kept, kept.batch())).status).toBe(201);
  revoke(laptop);
  await sendPlan();
  kept.writeMany(1, 'more');
  expect((await put(desk.token, kept, kept.batch(4))).status).toBe(201);
  // The lost one's key is no good either, whatever token comes with it.
  lost.writeMany(1, 'more');
  expect(problemOf(await put(desk.token, lost, lost.batch(4)))).toBe('403 forbidden');
});

test('an assistant gives nobody rights, whatever they write', async () => {
  const made = await team();
  const { invite, sendPlan, ask } = made;
  const leo = invite('leo');
  await sendPlan();
  const log = await joinTeam(made, leo);
  const forged = 'forged-token-of-43-characters-or-so-it-seems';
  log.write('member', 'leo', { seat: 'manager' });
  log.write('invite', testKey('forged').keyId, {
    memberId: 'robin',
    tokenHash: tokenHash(forged),
  });
  expect((await sendRest(made, leo, log, 1)).status).toBe(201);
  expect(problemOf(await ask(LIST, { token: forged }))).toBe('401 unauthorized');
  const listed = await ask(LIST, { token: leo.token });
  expect(JSON.stringify(listed.json)).not.toContain('managers');
  const managers = leo.log('managers');
  expect(problemOf(await made.put(leo.token, managers, managers.batch()))).toBe('403 forbidden');
});

test('a member reads the team and their own, a manager everything', async () => {
  const made = await team();
  const { invite, sendPlan, put, ask } = made;
  const [ana, leo, mia] = [invite('ana'), invite('leo'), invite('mia', 'manager')];
  await sendPlan();
  for (const each of [ana, leo, mia]) {
    const log = each.log().writeMany(2);
    expect((await put(each.token, log, log.batch())).status).toBe(201);
  }
  const managers = mia.log('managers');
  expect((await put(mia.token, managers, managers.batch())).status).toBe(201);
  const audiences = async ({ token }: Pick<Invited, 'token'>) => {
    const { json } = await ask(LIST, { token });
    const { items } = json as { items: { audience: string; sha256: string }[] };
    return items;
  };
  const names = (items: readonly { audience: string }[]) =>
    [...new Set(items.map(({ audience }) => audience))].toSorted();
  expect(names(await audiences(ana))).toEqual(['m-ana', 'team']);
  const all = await audiences(mia);
  expect(names(all)).toEqual(['m-ana', 'm-leo', 'm-mia', 'managers', 'team']);
  const foreign = all.find(({ audience }) => audience === 'm-leo');
  const path = `${LIST}/${foreign?.sha256}`;
  expect((await ask(path, { token: ana.token })).status).toBe(404);
  expect((await ask(path, { token: mia.token })).status).toBe(200);
});

test('whoever loses their invite does not stand above that by a clock in the future', async () => {
  const made = await team();
  const { invite, sendPlan, ask, plan } = made;
  const mia = invite('mia', 'manager');
  await sendPlan();
  const log = await joinTeam(made, mia);
  log.write('invite', mia.inviteKey.keyId, { revokedAtMs: null }, Date.UTC(2090, 0));
  expect((await sendRest(made, mia, log, 1)).status).toBe(201);
  plan.write('invite', mia.inviteKey.keyId, { revokedAtMs: Date.UTC(2026, 10, 3) });
  await sendPlan();
  expect(problemOf(await ask(LIST, { token: mia.token }))).toBe('403 revoked');
});

test('what was taken back by mistake is given again', async () => {
  const { invite, revoke, sendPlan, ask, plan } = await team();
  const ana = invite('ana');
  revoke(ana);
  plan.write('invite', ana.inviteKey.keyId, { revokedAtMs: null });
  await sendPlan();
  expect((await ask(LIST, { token: ana.token })).status).toBe(200);
});

test('what the manager’s app lays into the folder itself counts like what was sent', async () => {
  const { invite, plan, folder, ask } = await team();
  const ana = invite('ana');
  putBatch(folder, plan.batch());
  const standing = async () => (await ask(LIST, { token: ana.token })).status;
  await expect.poll(standing).toBe(200);
});
