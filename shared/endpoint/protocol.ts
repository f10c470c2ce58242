/**
 * The endpoint's addresses and caps, for the client that speaks to it and the receiver that answers.
 * Version 1. `electron/receiver/openapi/` describes the same for everybody else.
 */
export const ENDPOINT_VERSION = 1;

/** Names that a receiver answers with, and a client insists on. */
export const RECEIVER_HEADER = 'outlog-receiver';
export const CURSOR_PATTERN = /^[A-Za-z0-9._-]{1,64}$/;

export const ENDPOINT_LIMITS = {
  /** A batch file, and a piece of a file that entries name. */
  bodyBytes: 1024 * 1024,
  /** Any JSON body. */
  jsonBytes: 64 * 1024,
  listItems: 500,
  /** How long a request may take to arrive whole. */
  requestMs: 120_000,
  headersMs: 15_000,
  /** How long an invite lies under its code. */
  joinMs: 7 * 86_400_000,
} as const;

/** Which stream's batch, by its hash. */
export interface BatchAddress {
  readonly workspace: string;
  readonly stream: string;
  readonly epoch: string;
  /** SHA-256 of the file, 64 hex digits. */
  readonly sha256: string;
}

/** Which piece of which file (see FORMAT.md, "Files"). */
export interface PieceAddress {
  readonly workspace: string;
  readonly audience: string;
  readonly hash: string;
  readonly piece: string;
}

export const HELLO_PATH = '/v1/hello';

export const workspacePath = (workspace: string): string => `/v1/workspaces/${workspace}`;

export const batchPutPath = ({ workspace, stream, epoch, sha256 }: BatchAddress): string =>
  `${workspacePath(workspace)}/streams/${stream}/${epoch}/batches/${sha256}`;

export const batchListPath = (workspace: string): string => `${workspacePath(workspace)}/batches`;

export const batchGetPath = (workspace: string, sha256: string): string =>
  `${batchListPath(workspace)}/${sha256}`;

export const pieceListPath = ({ workspace, audience, hash }: Omit<PieceAddress, 'piece'>): string =>
  `${workspacePath(workspace)}/evidence/${audience}/${hash}`;

export const piecePath = (address: PieceAddress): string =>
  `${pieceListPath(address)}/${address.piece}`;

/** Where an invite lies under a short code; reading it needs no token, only the code. */
export const joinPath = (locator: string): string => `/v1/joins/${locator}`;

/** One batch in a listing. */
export interface ListedBatch {
  readonly audience: string;
  readonly stream: string;
  readonly epoch: string;
  readonly member: string;
  readonly first: number;
  readonly count: number;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** `next` is where the following listing goes on, whether or not there is more now. */
export interface BatchListing {
  readonly items: readonly ListedBatch[];
  readonly next: string;
  readonly hasMore: boolean;
}

/** Why a receiver said no. The HTTP status says it too. */
export const ENDPOINT_PROBLEMS = [
  'unauthorized',
  'revoked',
  'forbidden',
  'not-found',
  'fork',
  'too-large',
  'bad-request',
  'batch-damaged',
  'batch-newer',
  'rate-limited',
  'busy',
  'out-of-space',
  'failed',
] as const;
export type EndpointProblem = (typeof ENDPOINT_PROBLEMS)[number];

/** Body of every answer that is no success. */
export interface EndpointRefusal {
  readonly code: EndpointProblem;
  /** What to do, for a person. */
  readonly message: string;
}
