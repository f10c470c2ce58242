import { errnoOf } from '../file-system.ts';
import type { TargetProblem } from '../target.ts';

/** The receiver cannot be used now, and why; `retryAfterMs` where it said how long to wait. */
export class EndpointError extends Error {
  readonly problem: TargetProblem;
  readonly retryAfterMs: number | null;

  constructor(problem: TargetProblem, retryAfterMs: number | null = null) {
    super(`The receiver: ${problem}.`);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

const CERTIFICATE_CODES =
  /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|INVALID_CA)/;
const OTHER_LANGUAGE_CODES = /^(HPE_|EPROTO|ERR_SSL|ERR_INVALID_PROTOCOL|ERR_HTTP)/;

/** What a connection that failed says about the receiver. */
export function endpointErrorOf(error: unknown): EndpointError {
  if (error instanceof EndpointError) return error;
  const code = errnoOf(error);
  if (CERTIFICATE_CODES.test(code)) return new EndpointError('receiver-wrong');
  if (OTHER_LANGUAGE_CODES.test(code)) return new EndpointError('not-outlog');
  return new EndpointError('offline');
}
