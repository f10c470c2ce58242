import { hash } from 'node:crypto';
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';

export interface Hello {
  readonly status: number;
  readonly receiverKey: unknown;
  /** SHA-256 of the certificate that was shown, in hex. */
  readonly certSha256: string;
}

/** Asks who answers at an address, whatever certificate it shows. */
export function sayHello(url: string): Promise<Hello> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/v1/hello`, { rejectUnauthorized: false, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const shown = (response.socket as TLSSocket).getPeerCertificate().raw;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => void chunks.push(chunk));
      response.on('end', () => {
        const said = JSON.parse(Buffer.concat(chunks).toString()) as { receiverKey?: unknown };
        const certSha256 = hash('sha256', shown, 'hex');
        resolve({ status: response.statusCode ?? 0, receiverKey: said.receiverKey, certSha256 });
      });
    });
    asked.end();
  });
}
