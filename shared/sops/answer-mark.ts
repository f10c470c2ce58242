import { sha256Hex } from '../imports/sha256.ts';
import { canonicalJson } from '../stream/canonical.ts';
import type { Answer } from './answer.ts';
import { answerJson } from './answer.ts';

/** Names one answer by all that it says: 16 hex digits of SHA-256. Another answer to the same step has another mark. */
export const answerMark = (answer: Answer): string =>
  sha256Hex(canonicalJson(answerJson(answer))).slice(0, 16);
