import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EndpointAddress } from '#shared/endpoint/address';
import { setupLink } from '#shared/endpoint/setup-link';
import type { SyncStatus } from '#shared/ipc';
import type { EngineFaults } from '../../../../electron/sync/open-engine.ts';
import { temporaryFolder } from './temporary-folder.ts';
import {
  entryEdit,
  foundWorkspace,
  seatOf,
  type TestEngine,
  testEngine,
  value,
} from './test-engine.ts';
import { SETUP_SECRET, testReceiver, type TestReceiver } from './test-receiver.ts';

export interface EndpointTeam {
  readonly root: string;
  readonly receiver: TestReceiver;
  readonly manager: TestEngine;
  readonly assistant: TestEngine;
  readonly workspace: string;
  readonly managerId: string;
  readonly assistantId: string;
  readonly inviteKey: string;
  /** Logs as Ana, without sending. */
  readonly log: (...ids: readonly string[]) => Promise<void>;
  readonly send: () => Promise<SyncStatus>;
}

export interface EndpointTeamOptions {
  readonly faults?: EngineFaults & { readonly nowMs?: () => number };
  readonly isEncrypted?: boolean;
  /** Where clients go instead of to the receiver itself. */
  readonly via?: (address: EndpointAddress) => Promise<string>;
}

/** A manager who claimed a real receiver, and Ana, who joined by an invite that names it. */
export async function endpointTeam({
  faults = {},
  isEncrypted = false,
  via,
}: EndpointTeamOptions = {}): Promise<EndpointTeam> {
  const root = temporaryFolder();
  const receiver = await testReceiver(root, { isEncrypted });
  onTestFinished(() => receiver.close());
  const url = (await via?.(receiver.address)) ?? receiver.address.url;
  const address = { ...receiver.address, url };
  const manager = await testEngine(join(root, 'manager'), faults);
  const assistant = await testEngine(join(root, 'assistant'), faults);
  const entry = await foundWorkspace(manager.engine);
  const workspace = entry.id;
  const managerId = seatOf(entry).memberId;
  const assistantId = 'ana';
  const link = setupLink({ address, secret: SETUP_SECRET });
  value(await manager.engine.claimReceiver({ workspace, link }));
  const path = join(root, 'ana.outlog-invite');
  const { inviteKey, tokenHash } = value(
    await manager.engine.createInvite(
      { workspace, memberId: assistantId, memberName: 'Ana' },
      path,
    ),
  );
  const edits = [
    {
      audience: 'team' as const,
      type: 'member',
      id: assistantId,
      fields: { name: 'Ana', seat: 'assistant' },
    },
    {
      audience: 'team' as const,
      type: 'invite',
      id: inviteKey,
      fields: { memberId: assistantId, tokenHash },
    },
  ];
  value(await manager.engine.append({ workspace, memberId: managerId, edits }));
  value(await manager.engine.sendNow(workspace));
  const summary = value(await assistant.engine.readInvite(await readFile(path), null));
  value(await assistant.engine.joinWorkspace({ token: summary.token, timeZone: 'Asia/Manila' }));
  const log = async (...ids: readonly string[]): Promise<void> => {
    const written = ids.map((id) => entryEdit(assistantId, id));
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits: written }));
  };
  const send = async () => value(await assistant.engine.sendNow(workspace));
  return {
    root,
    receiver,
    manager,
    assistant,
    workspace,
    managerId,
    assistantId,
    inviteKey,
    log,
    send,
  };
}

/** Every batch that the receiver lists, oldest first. */
export async function listedBy({ store }: TestReceiver, workspace: string) {
  const items = [];
  for (let after: string | null = null, hasMore = true; hasMore;) {
    const page = await store.list({ workspace, audiences: null, after, limit: 500 });
    items.push(...page.items);
    after = page.next;
    ({ hasMore } = page);
  }
  return items;
}
