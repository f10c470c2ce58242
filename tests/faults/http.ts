import type { EndpointReceipt } from '#shared/endpoint/receipt';
import { seededRandom } from '#shared/random';
import { honest } from '../electron/sync/parts/http-front.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { HOSTILE_ANSWERS, type HostileAnswer } from './hostile-answers.ts';
import { type ServedDesk, servedDesk } from './served-desk.ts';

const PATIENCE = { silenceMs: 1_500, wholeMs: 1_500 };
const RESET_SHARE = 0.3;
const MOST_TRIES = 60;

/**
 * Every hostile answer once, and `count` uploads through a proxy that resets three in ten: before the
 * receiver hears of them, in the middle, or when it has the batch and the client does not know. What is
 * called sent must be with the receiver, and each entry there once.
 */
export const http: Fault = { defaultCount: 1_000, run };

interface Tally {
  /** Called sent and not receipted, or not there. */
  falseSent: number;
  /** Came more than once, or never. */
  notOnce: number;
  /** An answer after which the queue said that it waits for something else. */
  misread: number;
  resets: number;
  answers: number;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const tally: Tally = { falseSent: 0, notOnce: 0, misread: 0, resets: 0, answers: 0 };
  await meetHostileAnswers(tally);
  await uploadThroughResets({ count, seed, onProgress }, tally);
  const { falseSent, notOnce, misread } = tally;
  const isGood = falseSent + notOnce + misread === 0;
  return { name: 'http', count, lost: falseSent + notOnce, figures: { ...tally }, isGood };
}

async function meetHostileAnswers(tally: Tally): Promise<void> {
  const desk = await servedDesk({ patience: PATIENCE });
  try {
    for (const [i, hostile] of HOSTILE_ANSWERS.entries()) {
      await meetOne(desk, hostile, `hostile${i}`, tally);
      tally.answers += 1;
    }
    const counts = [...(await desk.received()).values()];
    tally.notOnce += counts.filter((times) => times !== 1).length;
  } finally {
    await desk.close();
  }
}

async function meetOne(
  { front, receiver, log, send, received }: ServedDesk,
  { name, waits, give }: HostileAnswer,
  id: string,
  tally: Tally,
): Promise<void> {
  let earlier: EndpointReceipt | null = null;
  front.behave = async (_request, _response, handOn) => {
    const answer = await handOn();
    if (answer.status === 201) earlier = JSON.parse(answer.body.toString()) as EndpointReceipt;
    answer.give();
  };
  await log(`before-${id}`);
  await send();
  if (earlier === null) throw new Error('The receiver gave no receipt.');
  const known: EndpointReceipt = earlier;
  const { receiverKey } = receiver.address;
  front.behave = async (request, response, handOn) => {
    if (request.method === 'PUT') {
      await give({ request, response, handOn, receiverKey, earlier: known });
    } else await honest(request, response, handOn);
  };
  await log(id);
  const after = await send();
  if (after.unsentCount === 0) tally.falseSent += 1;
  if (after.waiting !== waits) {
    tally.misread += 1;
    console.error(`${name}: waits for ${after.waiting}, not ${waits}`);
  }
  front.behave = honest;
  const { unsentCount } = await send();
  const isThere = [...(await received()).keys()].some((key) => key.endsWith(` 202611-${id}`));
  if (unsentCount > 0 || !isThere) tally.notOnce += 1;
}

async function uploadThroughResets(
  { count, seed, onProgress }: FaultOptions,
  tally: Tally,
): Promise<void> {
  const desk = await servedDesk({ patience: PATIENCE });
  const random = seededRandom(seed);
  try {
    desk.front.behave = async (request, response, handOn) => {
      if (!random.chance(RESET_SHARE)) {
        (await handOn()).give();
        return;
      }
      tally.resets += 1;
      const moment = random.pick(['before', 'in the middle', 'after'] as const);
      if (moment === 'after') await handOn();
      if (moment === 'in the middle') await new Promise((resolve) => request.once('data', resolve));
      response.socket?.resetAndDestroy();
    };
    for (let i = 0; i < count; i += 1) {
      await desk.log(`upload${i}`);
      let tries = 1;
      for (let { unsentCount } = await desk.send(); unsentCount > 0; tries += 1) {
        if (tries > MOST_TRIES) throw new Error('An upload does not come through.');
        ({ unsentCount } = await desk.send());
      }
      onProgress(i + 1);
    }
    const counts = await desk.received();
    const uploads = [...counts].filter(([key]) => key.includes(' 202611-upload'));
    tally.falseSent += count - uploads.length;
    tally.notOnce += [...counts.values()].filter((times) => times !== 1).length;
  } finally {
    await desk.close();
  }
}
