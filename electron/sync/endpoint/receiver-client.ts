import { randomBytes } from 'node:crypto';
import type { EndpointAddress } from '#shared/endpoint/address';
import {
  batchGetPath,
  batchListPath,
  batchPutPath,
  ENDPOINT_LIMITS,
  HELLO_PATH,
  type PieceAddress,
  pieceListPath,
  piecePath,
} from '#shared/endpoint/protocol';
import { type EndpointReceipt, provenReceipt } from '#shared/endpoint/receipt';
import { fromHex } from '#shared/hex';
import type { BatchHeader } from '#shared/stream/batch-format';
import { verifySignature } from '../../identity/device-key.ts';
import { sha256Hex } from '../batch-tools.ts';
import { EndpointError } from './endpoint-error.ts';
import { type Answer, exchange, type Exchange, PATIENCE, type Patience } from './exchange.ts';
import { type Listing, parseListing, parsePieces } from './listing.ts';
import { ReceiverAgent } from './open-connection.ts';
import { jsonOf, type Refusal, refusalOf } from './refusal.ts';

/** A page of a listing: 500 batches and their frame. */
const LISTING_BYTES = 512 * 1024;
/** Names of one file's pieces: whoever may write there may lay down many. */
const PIECES_BYTES = 1024 * 1024;

export type Placed = Pick<BatchHeader, 'workspace' | 'stream' | 'epoch' | 'first' | 'count'>;

/**
 * Speaks to one receiver (shared/endpoint/protocol.ts). Every call throws `EndpointError` where the
 * receiver cannot be used; success is only what proves itself.
 */
export class ReceiverClient {
  readonly address: EndpointAddress;
  #url: URL;
  #agent: ReceiverAgent;
  #token: string;
  #patience: Patience;

  constructor(address: EndpointAddress, token: string, patience: Patience = PATIENCE) {
    this.address = address;
    this.#url = new URL(address.url);
    this.#agent = new ReceiverAgent(this.#url, address.certSha256);
    this.#token = token;
    this.#patience = patience;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Whoever answers shows that they hold the receiver's key. The token is not part of it. Answers its clock. */
  async hello(signal: AbortSignal): Promise<number | null> {
    const challenge = randomBytes(32).toString('hex');
    const path = `${HELLO_PATH}?challenge=${challenge}`;
    const answer = await this.#ask({ method: 'GET', path, signal }, null);
    if (answer.status !== 200) throw this.#unusable(answer);
    const { receiverKey } = this.address;
    const hello = jsonOf(answer);
    if (hello?.['format'] !== 'outlog-hello') throw new EndpointError('not-outlog');
    const sig = hello['sig'];
    const message = Buffer.from(`outlog-hello-v1\0${challenge}`, 'utf8');
    const isProven =
      hello['receiverKey'] === receiverKey &&
      typeof sig === 'string' &&
      /^[0-9a-f]{128}$/.test(sig) &&
      verifySignature(receiverKey, message, fromHex(sig));
    if (!isProven) throw new EndpointError('receiver-wrong');
    return answer.dateMs;
  }

  /** The receipt, or why the batch was not taken. */
  async putBatch(
    file: Uint8Array,
    { workspace, stream, epoch, first, count }: Placed,
    isForkKept: boolean,
    signal: AbortSignal,
  ): Promise<EndpointReceipt | Refusal> {
    const { receiverKey } = this.address;
    const batch = { workspace, stream, epoch, sha256: sha256Hex(file) };
    const path = batchPutPath(batch) + (isForkKept ? '?fork=keep' : '');
    const answer = await this.#ask({ method: 'PUT', path, body: file, signal });
    if (answer.status !== 201 && answer.status !== 202) return this.#refusal(answer);
    const receipt = provenReceipt(jsonOf(answer), { ...batch, keyId: receiverKey }, verifyText);
    if (receipt?.first === first && receipt.count === count) return receipt;
    // It may be a receipt, and of another batch, or signed by another key: it proves nothing either way.
    const isOther = answer.receiver !== '' && answer.receiver !== receiverKey;
    throw new EndpointError(isOther ? 'receiver-wrong' : 'not-outlog');
  }

  async listBatches(
    workspace: string,
    after: string | null,
    signal: AbortSignal,
  ): Promise<Listing> {
    const from = after === null ? '' : `&after=${after}`;
    const path = `${batchListPath(workspace)}?limit=${ENDPOINT_LIMITS.listItems}${from}`;
    const answer = await this.#ask({ method: 'GET', path, maxBytes: LISTING_BYTES, signal });
    if (answer.status !== 200) throw this.#unusable(answer);
    this.#insist(answer);
    const listing = parseListing(jsonOf(answer));
    if (listing === null) throw new EndpointError('not-outlog');
    return listing;
  }

  /** The bytes with this hash; null where the receiver has none, or others. */
  async getBatch(
    workspace: string,
    sha256: string,
    signal: AbortSignal,
  ): Promise<Uint8Array | null> {
    const bytes = await this.#get(batchGetPath(workspace, sha256), signal);
    return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null;
  }

  /** True where the piece is there, false where the receiver does not take it. */
  async putPiece(address: PieceAddress, bytes: Uint8Array, signal: AbortSignal): Promise<boolean> {
    const answer = await this.#ask({
      method: 'PUT',
      path: piecePath(address),
      body: bytes,
      signal,
    });
    if (answer.status !== 201) {
      this.#refusal(answer);
      return false;
    }
    this.#insist(answer);
    if (jsonOf(answer)?.['sha256'] !== sha256Hex(bytes)) throw new EndpointError('not-outlog');
    return true;
  }

  /** Names of pieces, as the receiver gives them. */
  async listPieces(
    address: Omit<PieceAddress, 'piece'>,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const path = pieceListPath(address);
    const answer = await this.#ask({ method: 'GET', path, maxBytes: PIECES_BYTES, signal });
    if (answer.status === 404 && answer.receiver === this.address.receiverKey) return [];
    if (answer.status !== 200) throw this.#unusable(answer);
    this.#insist(answer);
    // Longer than any list of a file's own pieces: nothing of that file can be told from it.
    if (answer.body === null) return [];
    const pieces = parsePieces(jsonOf(answer));
    if (pieces === null) throw new EndpointError('not-outlog');
    return pieces;
  }

  getPiece(address: PieceAddress, signal: AbortSignal): Promise<Uint8Array | null> {
    return this.#get(piecePath(address), signal);
  }

  async #get(path: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const maxBytes = ENDPOINT_LIMITS.bodyBytes;
    const answer = await this.#ask({ method: 'GET', path, maxBytes, signal });
    if (answer.status === 404 && answer.receiver === this.address.receiverKey) return null;
    if (answer.status !== 200) throw this.#unusable(answer);
    this.#insist(answer);
    return answer.body;
  }

  #ask(
    asked: Omit<Exchange, 'token' | 'maxBytes'> & { readonly maxBytes?: number },
    token: string | null = this.#token,
  ): Promise<Answer> {
    return exchange(this.#agent, this.#url, {
      maxBytes: ENDPOINT_LIMITS.jsonBytes,
      patience: this.#patience,
      ...asked,
      token,
    });
  }

  /** What proves nothing by itself is at least to name the right receiver. */
  #insist({ receiver }: Answer): void {
    if (receiver === this.address.receiverKey) return;
    throw new EndpointError(receiver === '' ? 'not-outlog' : 'receiver-wrong');
  }

  #refusal(answer: Answer): Refusal {
    return refusalOf(answer, this.address.receiverKey);
  }

  /** For requests that no item can be to blame for. */
  #unusable(answer: Answer): EndpointError {
    this.#refusal(answer);
    return new EndpointError('not-outlog', answer.retryAfterMs);
  }
}

const verifyText = (keyId: string, message: string, signature: Uint8Array): boolean =>
  verifySignature(keyId, Buffer.from(message, 'utf8'), signature);
