import { connect } from 'node:net';

/** Bytes to put on the wire as they are, and how. */
export interface RawRequest {
  /** Sent one after another, each in a packet of its own. */
  readonly parts: readonly Uint8Array[];
  /** Waited between the parts, ms. */
  readonly pauseMs?: number;
  /** The connection is cut after the last part without waiting for an answer. */
  readonly isCut?: boolean;
}

export interface RawAnswer {
  /** Status of every answer on the connection, in their order. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** Neither an answer nor an end came. */
  readonly isHung: boolean;
}

const LIMIT_MS = 30_000;
/** An answer that leaves the connection open: another would follow at once. */
const QUIET_MS = 60;

/** Sends bytes on a connection of their own and hears what comes back until it ends or falls silent. */
export function exchangeRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    let quiet: NodeJS.Timeout | undefined;
    const finish = (isHung: boolean): void => {
      clearTimeout(limit);
      clearTimeout(quiet);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code));
      resolve({ statuses, text, isHung });
    };
    const limit = setTimeout(() => finish(true), LIMIT_MS);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(() => finish(false), QUIET_MS);
    });
    // A receiver that ends the connection has said what it had to say.
    socket.on('error', () => undefined);
    socket.on('close', () => finish(false));
    socket.once('connect', () => void sendParts(request, socket, () => finish(false)));
  });
}

async function sendParts(
  { parts, pauseMs = 0, isCut = false }: RawRequest,
  socket: import('node:net').Socket,
  cut: () => void,
): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    socket.write(part);
    if (parts.length > 1) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (isCut) cut();
}
