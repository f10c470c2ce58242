import type { InviteFile } from '../../identity/invite-file.ts';
import { connectionOf } from '../create-workspace.ts';
import { freshDelivery } from '../delivery-file.ts';
import type { EngineContext } from '../engine-context.ts';
import { identityIn, WORKSPACE_SECRET } from '../encryption/audience-keys.ts';
import { openKeys } from '../encryption/kept-keys.ts';
import type { SyncLoop } from '../sync-loop.ts';
import { targetIdOf, type WorkspaceFile } from '../workspace-file.ts';

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
    const { encryption, isOther } = keysFrom(context, ws.file.encryption, connection.encryption);
    const file = {
      ...ws.file,
      ...(hasPlace && { folder: connection.folder, endpoint: connection.endpoint }),
      encryption,
    };
    const target = targetIdOf(file);
    const isFresh = target !== before || isOther;
    if (target !== null && isFresh) await ws.offers.startFresh(target);
    await ws.saveFile(file);
    if (isFresh) ws.delivery = freshDelivery(target);
  });
  await loop.targetChanged();
}

type Kept = WorkspaceFile['encryption'];

/**
 * The keys to go on with. `isOther`: nobody else opens what was sealed until now, and it is sealed again.
 * A manager's key to everything is not given up for those of a few audiences.
 */
function keysFrom(
  { options: { protector } }: EngineContext,
  held: Kept,
  given: Kept,
): { readonly encryption: Kept; readonly isOther: boolean } {
  if (held === null || given === null) return { encryption: given ?? held, isOther: false };
  const [before, after] = [openKeys(protector, held), openKeys(protector, given)];
  const isSame =
    before !== null && after !== null && identityIn(before, 'team') === identityIn(after, 'team');
  const isMore = isSame && before[WORKSPACE_SECRET] !== undefined;
  return { encryption: isMore ? held : given, isOther: !isSame };
}
