import { ENDPOINT_LIMITS, joinPath, workspacePath } from '#shared/endpoint/protocol';
import { answerBytes, answerJson, NOT_FOUND, refuse } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { ReceiverStore } from '../receiver-store.ts';

/** Keeps a sealed invite under its code's first characters. Managers only, for seven days at most. */
export const putJoinRoute = (store: ReceiverStore, nowMs: () => number): Route => ({
  name: 'join-put',
  method: 'PUT',
  path: `${workspacePath('{workspace}')}/joins/{locator}`,
  takes: { maxBytes: ENDPOINT_LIMITS.jsonBytes, type: 'application/octet-stream' },
  admits: 'member',
  handle: async ({ part, query, body, holder }) => {
    const { workspace = '', locator = '' } = part;
    if (!holder.isManager) return refuse('forbidden', 'Only managers invite.');
    const now = nowMs();
    const latestMs = now + ENDPOINT_LIMITS.joinMs;
    const wanted = query.get('expiresAtMs');
    if (wanted !== null && !/^\d{1,15}$/.test(wanted)) {
      return refuse('bad-request', 'expiresAtMs is a time in milliseconds.');
    }
    const expiresAtMs = Math.min(wanted === null ? latestMs : Number(wanted), latestMs);
    const there = await store.readJoin(locator, now);
    if (there !== null && there.workspace !== workspace) {
      return refuse('fork', 'Another invite lies under this code: choose another.');
    }
    await store.putJoin(locator, { workspace, bytes: body, expiresAtMs });
    return answerJson(201, { expiresAtMs });
  },
});

/** Hands a sealed invite to whoever knows where it lies; only the rest of the code opens it. */
export const getJoinRoute = (store: ReceiverStore, nowMs: () => number): Route => ({
  name: 'join-get',
  method: 'GET',
  path: joinPath('{locator}'),
  admits: 'open',
  handle: async ({ part }) => {
    const join = await store.readJoin(part['locator'] ?? '', nowMs());
    return join === null ? NOT_FOUND : answerBytes(join.bytes, {});
  },
});
