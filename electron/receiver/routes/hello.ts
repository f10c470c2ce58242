import { ENDPOINT_VERSION, HELLO_PATH } from '#shared/endpoint/protocol';
import { isHex } from '#shared/hex';
import { answerJson, refuse } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { ReceiverKey } from '../receiver-key.ts';

/** Says that this is a receiver and which. With `?challenge=` of 64 hex digits it proves it. */
export const helloRoute = (key: ReceiverKey): Route => ({
  name: 'hello',
  method: 'GET',
  path: HELLO_PATH,
  admits: 'open',
  handle: async ({ query }) => {
    const hello = { format: 'outlog-hello', v: ENDPOINT_VERSION, receiverKey: key.keyId };
    const challenge = query.get('challenge');
    if (challenge === null) return answerJson(200, hello);
    if (!isHex(challenge, 64)) return refuse('bad-request', 'A challenge is 64 hex digits.');
    return answerJson(200, { ...hello, sig: key.answerChallenge(challenge) });
  },
});
