import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import type { ReceiverLog } from '../receiver-log.ts';
import { answerToFailure, dispatch, type Dispatched, type Dispatching } from './dispatch.ts';
import { respond } from './respond.ts';

export interface Listening extends Dispatching {
  readonly receiverKey: string;
  readonly log: ReceiverLog;
}

/** Answers every request, and writes a line of the log for each: what was asked for and how it went. */
export function requestListener(listening: Listening): RequestListener {
  const { receiverKey, log } = listening;
  return (request, response) => {
    const startedMs = performance.now();
    // A connection that breaks in the middle is nobody's fault.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    response.setHeader(RECEIVER_HEADER, receiverKey);
    serve(listening, request, response).then(
      ({ route, answer }) =>
        log('request', {
          route,
          status: answer === 'gone' ? 0 : answer.status,
          ms: Math.round(performance.now() - startedMs),
        }),
      (error: unknown) => {
        log('failed', { kind: error instanceof Error ? error.name : typeof error });
        response.destroy();
      },
    );
  };
}

async function serve(
  listening: Listening,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Dispatched> {
  const dispatched = await dispatchSafely(listening, request, response);
  if (dispatched.answer === 'gone') response.destroy();
  else await respond(request, response, dispatched.answer);
  return dispatched;
}

async function dispatchSafely(
  listening: Listening,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Dispatched> {
  try {
    return await dispatch(listening, request, response);
  } catch (error) {
    listening.log('store-failed', { kind: error instanceof Error ? error.name : typeof error });
    return { route: 'failed', answer: answerToFailure(error) };
  }
}
