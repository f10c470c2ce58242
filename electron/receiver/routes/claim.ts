import { z } from 'zod';
import { workspacePath, ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { answerJson, refuse } from '../http/answer.ts';
import { jsonIn } from '../http/json-body.ts';
import type { Route } from '../http/route.ts';
import type { ReceiverStore } from '../receiver-store.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** Body of a claim (`ServedWorkspace`). */
export const claimSchema = z.strictObject({
  workspace: name,
  name: z.string().min(1).max(120),
  founderKey: hex64,
  founderId: name,
  founderTokenHash: hex64,
});

/** Makes the receiver serve a workspace. It belongs to whoever claims it first. */
export const claimRoute = (store: ReceiverStore): Route => ({
  name: 'claim',
  method: 'PUT',
  path: workspacePath('{workspace}'),
  takes: { maxBytes: ENDPOINT_LIMITS.jsonBytes, type: 'application/json' },
  admits: 'setup',
  handle: async ({ part, body }) => {
    const claim = claimSchema.safeParse(jsonIn(body));
    if (!claim.success || claim.data.workspace !== part['workspace']) {
      return refuse('bad-request', 'This is no claim of that workspace.');
    }
    const outcome = await store.claim(claim.data);
    if (outcome === 'foreign') {
      return refuse('forbidden', 'The workspace is served here for somebody else.');
    }
    return answerJson(outcome === 'claimed' ? 201 : 200, { outcome });
  },
});
