import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addMember, inviteMember } from '../../../renderer/services/members.ts';
import { managerDesk, must } from './desks.ts';

test.each(['manager', 'assistant'] as const)('an invited %s takes that seat', async (seat) => {
  const { computer, entry } = await managerDesk();
  const draft = { name: 'Lea', seat, title: '', place: '', timeZone: 'Asia/Manila' };
  const { memberId } = must(await addMember(draft));
  computer.choices.savePath = path.join(computer.dir, 'lea.outlog-invite');
  const { token } = must(await inviteMember(entry.id, { id: memberId, name: 'Lea' }, null));
  must(await computer.bridge.saveInvite({ token, name: 'Lea' }));
  const invite: unknown = JSON.parse(await readFile(computer.choices.savePath, 'utf8'));
  expect(invite).toMatchObject({ memberId, seat });
});
