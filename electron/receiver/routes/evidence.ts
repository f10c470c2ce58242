import { ENDPOINT_LIMITS, pieceListPath, piecePath } from '#shared/endpoint/protocol';
import {
  hash16Of,
  LIST_INDEX,
  parsePieceList,
  parsePieceName,
  PIECE_BYTES,
  pieceName,
  type PieceName,
} from '#shared/evidence/pieces';
import { readerTools, sha256Hex } from '../../sync/batch-tools.ts';
import type { Holder } from '../access/fold-access.ts';
import { mayUse } from '../access/may.ts';
import { type Answer, answerJson, NOT_FOUND, refuse } from '../http/answer.ts';
import { answerImmutable } from '../http/immutable.ts';
import type { Route } from '../http/route.ts';
import type { ReceiverStore } from '../receiver-store.ts';

const FILE_PATH = { workspace: '{workspace}', audience: '{audience}', hash: '{hash}' };
const PIECE_PATH = piecePath({ ...FILE_PATH, piece: '{piece}' });

/** Takes one piece of a file that entries name. */
export const putPieceRoute = (store: ReceiverStore): Route => ({
  name: 'piece-put',
  method: 'PUT',
  path: PIECE_PATH,
  takes: { maxBytes: ENDPOINT_LIMITS.bodyBytes, type: 'application/octet-stream' },
  admits: 'member',
  handle: async ({ part, body, holder }) => {
    const { workspace = '', audience = '', hash = '', piece = '' } = part;
    if (!mayUse(holder, audience)) return foreignAudience(holder);
    const name = parsePieceName(piece);
    if (name === null) return refuse('bad-request', 'This is no name of a piece.');
    const sha256 = sha256Hex(body);
    if (piece !== pieceName(name.index, name.count, sha256) || !isPiece(name, hash, sha256, body)) {
      return refuse('bad-request', 'The body is not the piece that its name says.');
    }
    await store.putPiece({ workspace, audience, hash, piece }, body);
    return answerJson(201, { sha256, sizeBytes: body.length });
  },
});

/** Whether bytes have the size, and a list the form, that their place among the pieces asks for. */
function isPiece(
  { index, count }: PieceName,
  fileHash: string,
  sha256: string,
  bytes: Uint8Array,
): boolean {
  if (index === LIST_INDEX) {
    const text = readerTools.decodeText(bytes);
    return count > 1 && text !== null && parsePieceList(text, count) !== null;
  }
  if (count === 1 && sha256 !== fileHash) return false;
  return index < count ? bytes.length === PIECE_BYTES : bytes.length > 0;
}

export const listPiecesRoute = (store: ReceiverStore): Route => ({
  name: 'piece-list',
  method: 'GET',
  path: pieceListPath(FILE_PATH),
  admits: 'member',
  handle: async ({ part, holder }) => {
    const { workspace = '', audience = '', hash = '' } = part;
    if (!mayUse(holder, audience)) return foreignAudience(holder);
    return answerJson(200, { pieces: await store.listPieces({ workspace, audience, hash }) });
  },
});

export const getPieceRoute = (store: ReceiverStore): Route => ({
  name: 'piece-get',
  method: 'GET',
  path: PIECE_PATH,
  admits: 'member',
  handle: async ({ request, part, holder }) => {
    const { workspace = '', audience = '', hash = '', piece = '' } = part;
    if (!mayUse(holder, audience)) return foreignAudience(holder);
    const bytes = await store.readPiece({ workspace, audience, hash, piece });
    if (bytes === null) return NOT_FOUND;
    return answerImmutable(request, `${hash16Of(hash)}-${piece}`, bytes);
  },
});

const foreignAudience = ({ isManager }: Holder): Answer =>
  isManager ? NOT_FOUND : refuse('forbidden', 'This audience is not yours.');
