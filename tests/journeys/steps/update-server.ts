import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

/** Chromium takes the server's own certificate; in tests alone. */
export const TRUST_ANYBODY = '--ignore-certificate-errors';

export interface UpdateServer {
  readonly url: string;
  /** What each request asked for, and what it said of who asks. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

/** A folder on a web server as electron-builder publishes it: `latest-linux.yml` beside one AppImage. */
export async function serveUpdate(version: string, appImage: Buffer): Promise<UpdateServer> {
  const name = `Outlog-${version}-linux-x86_64.AppImage`;
  const sha512 = createHash('sha512').update(appImage).digest('base64');
  const info = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${appImage.length}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-20T08:00:00.000Z'",
    '',
  ].join('\n');
  const pems = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const requests: UpdateServer['requests'][number][] = [];
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const path = new URL(request.url ?? '', 'https://127.0.0.1').pathname;
    requests.push({ path, headers: request.headers });
    if (path === '/latest-linux.yml') response.end(info);
    else if (path === `/${name}`) response.end(appImage);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `https://127.0.0.1:${address.port}/`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
