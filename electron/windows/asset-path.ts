import { ORIGIN } from '../app-identity.ts';

/** Names that the build writes: nothing hidden, no separators but '/', no escapes. */
const SAFE_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

export type AssetPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly status: 400 | 403 };

/** Escapes, backslashes and dot segments, which a URL parser would tidy away before we could see them. */
const SUSPICIOUS = /%|\\|\/\.\.?(?:\/|$)/;

/**
 * The file that a request of our origin asks for, relative to the built page's folder. Whatever is
 * encoded, hidden or foreign is refused rather than decoded: no file of ours has such a name.
 */
export function assetPath(requestUrl: string): AssetPath {
  if (!URL.canParse(requestUrl)) return { ok: false, status: 400 };
  if (SUSPICIOUS.test(requestUrl.split(/[?#]/, 1)[0] ?? '')) return { ok: false, status: 400 };
  const url = new URL(requestUrl);
  if (`${url.protocol}//${url.host}` !== ORIGIN) return { ok: false, status: 403 };
  if (url.username !== '' || url.password !== '' || url.port !== '') {
    return { ok: false, status: 403 };
  }
  const path = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
  return SAFE_PATH.test(path) ? { ok: true, path } : { ok: false, status: 400 };
}
