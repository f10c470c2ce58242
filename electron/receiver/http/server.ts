import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from '../own-certificate.ts';
import { countedAddress, isThisComputer } from './caller-address.ts';
import { answerClientErrors } from './client-error.ts';
import type { LimitFigures } from './limits.ts';

const MAX_HEADERS = 40;
const CLOSE_MS = 10_000;

/** Slow requests are looked for this often while one may last. */
const LOOKS = 3;

/** A server of plain Node, strict in what it takes for HTTP and patient with nobody for ever. */
export function openServer(
  tls: Certificate | null,
  { headersMs, requestMs }: LimitFigures,
  receiverKey: string,
  listener: RequestListener,
): Server {
  const options: ServerOptions = {
    maxHeaderSize: 8 * 1024,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: Math.ceil(headersMs / LOOKS),
    insecureHTTPParser: false,
    requireHostHeader: true,
  };
  const server = tls
    ? createHttpsServer(
        { ...options, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: headersMs },
        listener,
      )
    : createHttpServer(options, listener);
  server.maxHeadersCount = MAX_HEADERS;
  // Whoever reads an answer too slowly, or says nothing at all.
  server.setTimeout(requestMs);
  // Whoever asks first hears a no before they have sent everything.
  server.on('checkContinue', listener);
  server.on('clientError', answerClientErrors(receiverKey));
  return server;
}

/** One address may not take all connections that there are. A proxy's are everybody's. */
export function limitConnections(
  server: Server,
  { connections, addressConnections }: LimitFigures,
  isBehindProxy: boolean,
): void {
  server.maxConnections = connections;
  const counts = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    if (isBehindProxy || isThisComputer(remoteAddress)) return;
    const address = countedAddress(remoteAddress);
    const count = (counts.get(address) ?? 0) + 1;
    if (count > addressConnections) {
      socket.destroy();
      return;
    }
    counts.set(address, count);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
  });
}

export const connectionCount = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

/** The port it listens on. Rejects with the system's error where it cannot. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('The server has no address.'));
    });
  });
}

/** Requests in hand are answered; whoever takes longer than ten seconds is cut off. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    // Connections that are kept after their answer end with it.
    server.keepAliveTimeout = 1;
    server.closeIdleConnections();
  });
}
