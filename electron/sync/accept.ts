import type { BatchProblem } from '#shared/ipc-failures';
import { textOf } from '#shared/record-fields';
import { decodeBatch, type VerifiedBatch } from '#shared/stream/batch-decode';
import { streamKey } from '#shared/stream/change';
import { CLOCK_ZERO, parseHlc } from '#shared/stream/clock';
import { isJoinProven } from '../identity/join-proof.ts';
import { readerTools } from './batch-tools.ts';
import { ownWallTime } from './own-wall-time.ts';
import type { Placement } from './store/place-batch.ts';
import type { Workspace } from './workspace.ts';

export type Acceptance =
  | { readonly kind: 'new'; readonly changeCount: number; readonly isReadable: boolean }
  | { readonly kind: 'known' }
  | { readonly kind: 'rejected'; readonly problem: BatchProblem };

/**
 * Verifies a file somebody gave us and keeps it in the local store. Whether each change may be made
 * is asked when it is merged; here it is only asked whose device this is.
 */
export async function acceptBatch(ws: Workspace, file: Uint8Array): Promise<Acceptance> {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) return reject(batch.problem);
  const { header, heads } = batch;
  if (header.workspace !== ws.id || !ws.canRead(header.audience)) return reject('batch-foreign');
  const problem = deviceProblem(ws, batch);
  if (problem !== null) return reject(problem);
  const placement = await ws.store.add(file, batch);
  for (const { hlc } of heads.slice(-1)) ws.see(parseHlc(hlc) ?? CLOCK_ZERO);
  if (ws.own.isOwn(header)) await ws.relateOwn(streamKey(header));
  if (placement === 'known') return { kind: 'known' };
  noteTaken(ws, batch, placement);
  if (!ws.own.isOwn(header)) await ws.heard.note(batch, (key, seq) => ownWallTime(ws, key, seq));
  return { kind: 'new', changeCount: header.count, isReadable: placement !== 'waiting' };
}

function noteTaken(ws: Workspace, { header }: VerifiedBatch, placement: Placement): void {
  const { stream, keyId, first, count } = header;
  const codes = { waiting: 'gap-seen', forked: 'fork-seen' } as const;
  const code = placement === 'waiting' || placement === 'forked' ? codes[placement] : 'taken';
  const counts = { first, last: first + count - 1 };
  ws.log.note(code, { ids: { stream, device: keyId }, counts });
}

const reject = (problem: BatchProblem): Acceptance => ({ kind: 'rejected', problem });

/** Every device but the founder's shows by its stream's first change that it was invited. */
function deviceProblem(ws: Workspace, { header, changeAt }: VerifiedBatch): BatchProblem | null {
  const known = ws.store.streams.get(streamKey(header));
  const isSameWriter =
    known === undefined || (known.member === header.member && known.keyId === header.keyId);
  if (!isSameWriter) return 'batch-unknown-device';
  if (header.keyId === ws.file.founderKey || header.first > 1) return null;
  const opening = changeAt(0);
  const isDevice =
    opening?.type === 'device' &&
    opening.id === header.keyId &&
    textOf(opening.fields, 'memberId') === header.member;
  if (!isDevice) return 'batch-unknown-device';
  const joining = { workspace: ws.id, memberId: header.member, keyId: header.keyId };
  const { fields } = opening;
  return isJoinProven(textOf(fields, 'inviteKey'), textOf(fields, 'proof'), joining)
    ? null
    : 'batch-bad-proof';
}
