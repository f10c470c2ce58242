import { hash, X509Certificate } from 'node:crypto';
import { Access } from './access/access.ts';
import { type LimitFigures, LIMITS, RequestLimits } from './http/limits.ts';
import { RouteTable } from './http/match-route.ts';
import { requestListener } from './http/request-listener.ts';
import {
  closeServer,
  connectionCount,
  limitConnections,
  listen,
  openServer,
} from './http/server.ts';
import type { Certificate } from './own-certificate.ts';
import { receiverKeyFrom } from './receiver-key.ts';
import type { ReceiverLog } from './receiver-log.ts';
import { receiverRoutes } from './receiver-routes.ts';
import type { ReceiverStore } from './receiver-store.ts';
import { receiverUrls } from './receiver-urls.ts';

export interface ReceiverOptions {
  readonly store: ReceiverStore;
  /** An address of this computer; `127.0.0.1` unless somebody wants otherwise. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Null: plain HTTP, on this computer alone or behind a proxy that speaks TLS. */
  readonly tls: Certificate | null;
  readonly isBehindProxy?: boolean;
  /** Whoever shows it may claim a workspace; null: nobody. */
  readonly setupSecret: string | null;
  readonly nowMs: () => number;
  readonly random: (count: number) => Uint8Array;
  readonly log: ReceiverLog;
  readonly limits?: Partial<LimitFigures>;
}

export interface Receiver {
  /** Where it answers, the nearest first: `https://192.168.1.20:7443`. */
  readonly urls: readonly string[];
  readonly port: number;
  /** The public key that signs its receipts, 64 hex digits. */
  readonly receiverKey: string;
  /** SHA-256 of its certificate, in hex; null without TLS. */
  readonly certSha256: string | null;
  connectionCount(): Promise<number>;
  /** Ends when what was begun is answered; leaves the store open. */
  close(): Promise<void>;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts answering. Rejects where the port is taken, and where it would speak to a network unencrypted. */
export async function openReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { store, host, tls, setupSecret, nowMs, log, isBehindProxy = false } = options;
  if (tls === null && !LOOPBACK.has(host) && !isBehindProxy) {
    throw new Error('Without a certificate a receiver answers on this computer alone.');
  }
  const key = receiverKeyFrom(await store.keySeed(options.random));
  const access = new Access(store);
  const limits = new RequestLimits({ ...LIMITS, ...options.limits });
  const listener = requestListener({
    routes: new RouteTable(receiverRoutes({ store, key, access, nowMs })),
    access,
    setupSecret,
    limits,
    isBehindProxy,
    receiverKey: key.keyId,
    log,
  });
  const server = openServer(tls, limits.figures, key.keyId, listener);
  limitConnections(server, limits.figures, isBehindProxy);
  const port = await listen(server, host, options.port);
  return {
    urls: receiverUrls(tls === null ? 'http' : 'https', host, port),
    port,
    receiverKey: key.keyId,
    certSha256: tls && hash('sha256', new X509Certificate(tls.cert).raw, 'hex'),
    connectionCount: () => connectionCount(server),
    close: () => closeServer(server),
  };
}
