import { Agent, type ClientRequestArgs } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectEncrypted, type TLSSocket } from 'node:tls';
import { sha256Hex } from '../batch-tools.ts';
import { EndpointError } from './endpoint-error.ts';

const CONNECT_MS = 15_000;
/** Less than what receivers and proxies keep an idle connection for. */
const IDLE_MS = 25_000;
const MOST_CONNECTIONS = 4;

type OnConnection = (error: Error | null, connection: Duplex) => void;

/**
 * Connections to one receiver, kept for the next request. Each is handed out only when it is proven to be
 * encrypted to the right certificate: before that, not a byte of a request is sent.
 */
export class ReceiverAgent extends Agent {
  #url: URL;
  #certSha256: string | null;

  /** @param certSha256 the one certificate to accept, 64 hex digits; null: one that the authorities vouch for */
  constructor(url: URL, certSha256: string | null) {
    super({ keepAlive: true, maxSockets: MOST_CONNECTIONS, timeout: IDLE_MS });
    this.#url = url;
    this.#certSha256 = certSha256;
  }

  override createConnection(_options: ClientRequestArgs, done?: OnConnection): undefined {
    const socket = this.#connect();
    const limit = setTimeout(() => socket.destroy(coded('ETIMEDOUT')), CONNECT_MS);
    const settle = (error: Error | null): void => {
      clearTimeout(limit);
      socket.off('error', settle);
      if (error) socket.destroy();
      done?.(error, socket);
    };
    socket.once('error', settle);
    socket.once(this.#isEncrypted ? 'secureConnect' : 'connect', () => {
      settle(this.#problemOf(socket));
    });
  }

  get #isEncrypted(): boolean {
    return this.#url.protocol === 'https:';
  }

  #connect(): Socket | TLSSocket {
    const host = this.#url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(this.#url.port || (this.#isEncrypted ? 443 : 80));
    if (!this.#isEncrypted) return connectPlain({ host, port });
    return connectEncrypted({
      host,
      port,
      ...(isIP(host) === 0 && { servername: host }),
      minVersion: 'TLSv1.2',
      // A pinned certificate is compared below: who signed it and what it is called says nothing then.
      rejectUnauthorized: this.#certSha256 === null,
    });
  }

  #problemOf(socket: Socket | TLSSocket): EndpointError | null {
    if (this.#certSha256 === null) return null;
    if (!('getPeerX509Certificate' in socket)) return new EndpointError('receiver-wrong');
    const certificate = socket.getPeerX509Certificate();
    const isRight = certificate !== undefined && sha256Hex(certificate.raw) === this.#certSha256;
    return isRight ? null : new EndpointError('receiver-wrong');
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });
