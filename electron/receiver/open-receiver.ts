import { hash, X509Certificate } from 'node:crypto';
import { createServer as createHttpServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { Access } from './access/access.ts';
import { answerClientError } from './http/client-error.ts';
import { RouteTable } from './http/match-route.ts';
import { requestListener } from './http/request-listener.ts';
import { receiverUrls } from './receiver-urls.ts';
import { receiverKeyFrom } from './receiver-key.ts';
import type { ReceiverLog } from './receiver-log.ts';
import type { ReceiverStore } from './receiver-store.ts';
import { receiverRoutes } from './receiver-routes.ts';

export interface ReceiverOptions {
  readonly store: ReceiverStore;
  /** An address of this computer; `127.0.0.1` unless somebody wants otherwise. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** PEM. Null: plain HTTP, on this computer alone or behind a proxy that speaks TLS. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly isBehindProxy?: boolean;
  /** Whoever shows it may claim a workspace; null: nobody. */
  readonly setupSecret: string | null;
  readonly nowMs: () => number;
  readonly random: (count: number) => Uint8Array;
  readonly log: ReceiverLog;
}

export interface Receiver {
  /** Where it answers, the nearest first: `https://192.168.1.20:7443`. */
  readonly urls: readonly string[];
  readonly port: number;
  /** The public key that signs its receipts, 64 hex digits. */
  readonly receiverKey: string;
  /** SHA-256 of its certificate, in hex; null without TLS. */
  readonly certSha256: string | null;
  /** Those that are open now, idle ones included. */
  connectionCount(): Promise<number>;
  /** Ends when what was begun is answered; leaves the store open. */
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 4_000;
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_HEADERS = 40;
const IDLE_MS = 65_000;
const CHECK_MS = 5_000;
const CLOSE_MS = 10_000;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts answering. Rejects where the port is taken, and where it would speak to a network unencrypted. */
export async function openReceiver(options: ReceiverOptions): Promise<Receiver> {
  const {
    store,
    host,
    port,
    tls,
    setupSecret,
    nowMs,
    random,
    log,
    isBehindProxy = false,
  } = options;
  if (tls === null && !LOOPBACK.has(host) && !isBehindProxy) {
    throw new Error('Without a certificate a receiver answers on this computer alone.');
  }
  const key = receiverKeyFrom(await store.keySeed(random));
  const access = new Access(store);
  const routes = new RouteTable(receiverRoutes({ store, key, access, nowMs }));
  const receiverKey = key.keyId;
  const listener = requestListener({ routes, access, setupSecret, receiverKey, log });
  const server: Server = tls
    ? createHttpsServer({ ...SERVER_OPTIONS, ...tls, minVersion: 'TLSv1.2' }, listener)
    : createHttpServer(SERVER_OPTIONS, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.maxHeadersCount = MAX_HEADERS;
  server.setTimeout(ENDPOINT_LIMITS.requestMs);
  server.on('checkContinue', listener);
  server.on('clientError', answerClientError);
  const bound = await listen(server, host, port);
  return {
    urls: receiverUrls(tls === null ? 'http' : 'https', host, bound.port),
    port: bound.port,
    receiverKey,
    certSha256: tls && hash('sha256', new X509Certificate(tls.cert).raw, 'hex'),
    connectionCount: () => countConnections(server),
    close: () => closeServer(server),
  };
}

const SERVER_OPTIONS: ServerOptions = {
  maxHeaderSize: MAX_HEADER_BYTES,
  headersTimeout: ENDPOINT_LIMITS.headersMs,
  requestTimeout: ENDPOINT_LIMITS.requestMs,
  keepAliveTimeout: IDLE_MS,
  connectionsCheckingInterval: CHECK_MS,
  insecureHTTPParser: false,
  requireHostHeader: true,
};

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error('The server has no address.'));
    });
  });
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

/** Requests in hand are answered; whoever takes longer than ten seconds is cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
