import {
  batchGetPath,
  batchListPath,
  batchPutPath,
  CURSOR_PATTERN,
  ENDPOINT_LIMITS,
} from '#shared/endpoint/protocol';
import { decodeBatch, type VerifiedBatch } from '#shared/stream/batch-decode';
import { readerTools, sha256Hex } from '../../sync/batch-tools.ts';
import type { Access } from '../access/access.ts';
import { batchRefusal } from '../access/judge-batch.ts';
import { readableAudiences } from '../access/may.ts';
import { type Answer, answerJson, isAnswer, NOT_FOUND, refuse } from '../http/answer.ts';
import { answerImmutable } from '../http/immutable.ts';
import type { Route } from '../http/route.ts';
import type { ReceiverKey } from '../receiver-key.ts';
import type { ReceiverStore } from '../receiver-store.ts';
import { accessChangesIn } from '../stores/describe-batch.ts';

export interface BatchRoutesOptions {
  readonly store: ReceiverStore;
  readonly key: ReceiverKey;
  readonly access: Access;
  readonly nowMs: () => number;
}

/** Takes one batch. Only 201 and 202 with a receipt mean that it is held. */
export const putBatchRoute = ({ store, key, access, nowMs }: BatchRoutesOptions): Route => ({
  name: 'batch-put',
  method: 'PUT',
  path: batchPutPath({
    workspace: '{workspace}',
    stream: '{stream}',
    epoch: '{epoch}',
    sha256: '{sha256}',
  }),
  takes: { maxBytes: ENDPOINT_LIMITS.bodyBytes, type: 'application/octet-stream' },
  admits: 'member',
  handle: async ({ part, query, body, holder, access: fold }) => {
    const fork = query.get('fork');
    if (fork !== null && fork !== 'keep') return refuse('bad-request', 'fork can only be keep.');
    const batch = readBatch(body, part);
    if (isAnswer(batch)) return batch;
    const refusal = batchRefusal(batch, holder, fold);
    if (refusal !== null) return refusal;
    const { workspace, stream, epoch, first, count } = batch.header;
    const sha256 = sha256Hex(body);
    const outcome = await store.put({
      file: body,
      sha256,
      batch,
      isForkKept: fork === 'keep',
      nowMs: nowMs(),
    });
    if (outcome.kind === 'fork') return refuse('fork', 'Other bytes for these entries are here.');
    if (outcome.kind === 'foreign')
      return refuse('forbidden', 'This is the log of another device.');
    if (accessChangesIn(batch).length > 0) await access.refresh(workspace);
    const { atMs, isJoined } = outcome;
    const receipt = key.signReceipt({
      format: 'outlog-receipt',
      v: 1,
      workspace,
      stream,
      epoch,
      sha256,
      first,
      count,
      atMs,
    });
    return answerJson(isJoined ? 201 : 202, receipt);
  },
});

/** The batch where the path says what it is, or why not. */
function readBatch(
  file: Uint8Array,
  part: Readonly<Record<string, string>>,
): VerifiedBatch | Answer {
  if (sha256Hex(file) !== part['sha256']) {
    return refuse('batch-damaged', 'The body is not what its hash in the address says.');
  }
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) {
    if (batch.problem === 'batch-newer') {
      return refuse('batch-newer', 'The batch is of a newer format: the receiver needs an update.');
    }
    return batch.problem === 'batch-too-large'
      ? refuse('too-large', 'The batch holds more than a batch may.')
      : refuse('batch-damaged', 'The body is no whole batch.');
  }
  const { workspace, stream, epoch } = batch.header;
  const isThere =
    workspace === part['workspace'] && stream === part['stream'] && epoch === part['epoch'];
  return isThere ? batch : refuse('bad-request', 'The batch is not of the log in the address.');
}

export const listBatchesRoute = ({ store }: BatchRoutesOptions): Route => ({
  name: 'batch-list',
  method: 'GET',
  path: batchListPath('{workspace}'),
  admits: 'member',
  handle: async ({ part, query, holder }) => {
    const after = query.get('after');
    const limit = query.get('limit') ?? String(ENDPOINT_LIMITS.listItems);
    if (after !== null && !CURSOR_PATTERN.test(after)) {
      return refuse('bad-request', 'This is no cursor of a listing.');
    }
    if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > ENDPOINT_LIMITS.listItems) {
      return refuse('bad-request', `limit is 1 to ${ENDPOINT_LIMITS.listItems}.`);
    }
    const { workspace = '' } = part;
    const audiences = readableAudiences(holder);
    return answerJson(200, await store.list({ workspace, audiences, after, limit: Number(limit) }));
  },
});

export const getBatchRoute = ({ store }: BatchRoutesOptions): Route => ({
  name: 'batch-get',
  method: 'GET',
  path: batchGetPath('{workspace}', '{sha256}'),
  admits: 'member',
  handle: async ({ request, part, holder }) => {
    const { workspace = '', sha256 = '' } = part;
    const bytes = await store.read(workspace, sha256, readableAudiences(holder));
    return bytes === null ? NOT_FOUND : answerImmutable(request, sha256, bytes);
  },
});
