import type { SopChoices, SopFailure, SopReading } from '#shared/imports/sop-document';
import { readSopSource } from '#shared/imports/sop-source';
import type { SopSource } from '#shared/imports/sop-source';
import type { Result } from '#shared/result';
import { answerRequests } from '../../data/worker-client.ts';
import { decodeBytes } from '../table-import/decode-bytes.ts';

export interface SopReadRequest {
  readonly source: SopSource;
  readonly choices: Partial<SopChoices>;
}

export type SopRead = Result<SopReading, SopFailure>;

/** Reads documents off the window's thread, where they may take as long as they are given. */
answerRequests(async ({ source, choices }: SopReadRequest): Promise<SopRead> =>
  readSopSource(source, choices, decodeBytes),
);
