import { fromHex, isHex } from '../hex.ts';
import type { Json } from '../json.ts';
import { canonicalJson } from '../stream/canonical.ts';
import { isUnchecked } from '../stream/batch-header.ts';
import type { BatchAddress } from './protocol.ts';

/**
 * A receiver's word that it holds a batch, durably. `sig` is the receiver's Ed25519 signature over
 * `"outlog-receipt-v1\0"` ‖ the RFC 8785 form of the rest. The same batch always gets the same receipt.
 */
export interface EndpointReceipt extends BatchAddress {
  readonly format: 'outlog-receipt';
  readonly v: 1;
  readonly first: number;
  readonly count: number;
  /** When the receiver took it, by its own clock; UTC ms. */
  readonly atMs: number;
  /** The receiver's public key, 64 hex digits. */
  readonly keyId: string;
  readonly sig: string;
}

export type UnsignedReceipt = Omit<EndpointReceipt, 'sig'>;

const CONTEXT = 'outlog-receipt-v1\0';

/** The text that a receipt's signature covers. */
export function receiptMessage(receipt: UnsignedReceipt): string {
  const { format, v, workspace, stream, epoch, sha256, first, count, atMs, keyId } = receipt;
  const signed: Json = {
    format,
    v,
    workspace,
    stream,
    epoch,
    sha256,
    first,
    count,
    atMs,
    keyId,
  };
  return CONTEXT + canonicalJson(signed);
}

/** What `value` says where it is a receipt for exactly this batch by exactly this receiver, or null. */
export function provenReceipt(
  value: unknown,
  expected: BatchAddress & { readonly keyId: string },
  verify: (keyId: string, message: string, signature: Uint8Array) => boolean,
): EndpointReceipt | null {
  if (!isUnchecked(value) || !isReceipt(value)) return null;
  const isExpected =
    value.keyId === expected.keyId &&
    value.workspace === expected.workspace &&
    value.stream === expected.stream &&
    value.epoch === expected.epoch &&
    value.sha256 === expected.sha256;
  return isExpected && verify(value.keyId, receiptMessage(value), fromHex(value.sig))
    ? value
    : null;
}

function isReceipt(value: {
  readonly [key: string]: unknown;
}): value is typeof value & EndpointReceipt {
  return (
    value['format'] === 'outlog-receipt' &&
    value['v'] === 1 &&
    typeof value['workspace'] === 'string' &&
    typeof value['stream'] === 'string' &&
    typeof value['epoch'] === 'string' &&
    isHex(value['sha256'], 64) &&
    Number.isSafeInteger(value['first']) &&
    Number.isSafeInteger(value['count']) &&
    Number.isSafeInteger(value['atMs']) &&
    isHex(value['keyId'], 64) &&
    isHex(value['sig'], 128)
  );
}
