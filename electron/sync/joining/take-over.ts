import type { InviteFile } from '../../identity/invite-file.ts';
import { connectionOf } from '../create-workspace.ts';
import { freshDelivery } from '../delivery-file.ts';
import type { EngineContext } from '../engine-context.ts';
import type { SyncLoop } from '../sync-loop.ts';
import { targetIdOf } from '../workspace-file.ts';

/**
 * A new invite for somebody who is in already: the seat, its key and its log stay, and from now on it
 * sends where the invite says. An invite that says nothing of a place leaves the old one.
 */
export async function takeOverConnection(
  context: EngineContext,
  loop: SyncLoop,
  invite: InviteFile,
  folder: string | null,
): Promise<void> {
  const { ws } = loop;
  const connection = connectionOf(context, invite, folder);
  const hasPlace = connection.folder !== null || connection.endpoint !== null;
  const before = targetIdOf(ws.file);
  await ws.lane.run(async () => {
    const file = {
      ...ws.file,
      ...(hasPlace && { folder: connection.folder, endpoint: connection.endpoint }),
      ...(connection.encryption && { encryption: connection.encryption }),
    };
    const target = targetIdOf(file);
    if (target !== null && target !== before) await ws.offers.startFresh(target);
    await ws.saveFile(file);
    if (target !== before) ws.delivery = freshDelivery(target);
  });
  await loop.targetChanged();
}
