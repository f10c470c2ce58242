import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { SCHEME } from '../app-identity.ts';
import { assetPath } from './asset-path.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
};

/** No opener policy: nothing can open this page or be opened by it, and it would cost a second page process. */
const headersOf = (contentType: string): Record<string, string> => ({
  'content-type': contentType,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

const refusal = (status: number): Response =>
  new Response(null, { status, headers: headersOf('text/plain; charset=utf-8') });

/** Before 'ready'. Neither `corsEnabled` nor `bypassCSP`: the origin is served like a strict web site. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** After 'ready': answers every request of our origin from the built page's folder. */
export function serveApp(rendererDir: string): void {
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const asset = assetPath(request.url);
    if (!asset.ok) return refusal(asset.status);
    const contentType = CONTENT_TYPES[path.extname(asset.path)];
    if (contentType === undefined) return refusal(404);
    try {
      const bytes = await readFile(path.join(rendererDir, asset.path));
      return new Response(new Uint8Array(bytes), { headers: headersOf(contentType) });
    } catch {
      return refusal(404);
    }
  });
}
