import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../../../electron/windows/asset-path.ts';

describe('the file behind a request', () => {
  it.each([
    ['app://outlog/', 'index.html'],
    ['app://outlog/index.html', 'index.html'],
    ['app://outlog/index.html?x=1#today', 'index.html'],
    ['app://outlog/assets/main-B3x_1.js', 'assets/main-B3x_1.js'],
  ])('%s is %s', (url, file) => {
    expect(assetPath(url)).toEqual({ ok: true, path: file });
  });

  it.each([
    ['a traversal', 'app://outlog/../../etc/passwd.json'],
    ['a traversal within', 'app://outlog/assets/../index.html'],
    ['an encoded traversal', 'app://outlog/%2e%2e/%2e%2e/etc/passwd.json'],
    ['an encoded slash', 'app://outlog/..%2fsecret.json'],
    ['a double encoding', 'app://outlog/%252e%252e/secret.json'],
    ['a backslash', 'app://outlog/..\\..\\secret.json'],
    ['an encoded backslash', 'app://outlog/..%5csecret.json'],
    ['a NUL', 'app://outlog/index.html%00.js'],
    ['a hidden file', 'app://outlog/.env.json'],
    ['a drive', 'app://outlog/C:/secret.json'],
    ['an empty segment', 'app://outlog//etc/passwd.json'],
    ['a folder', 'app://outlog/assets/'],
    ['another host', 'app://elsewhere/index.html'],
    ['a sub-host', 'app://x.outlog/index.html'],
    ['a port', 'app://outlog:8080/index.html'],
    ['credentials', 'app://me:you@outlog/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['no address', 'outlog'],
  ])('%s is refused with 4xx', (_name, url) => {
    const status = expect.toSatisfy((value) => value === 400 || value === 403);
    expect(assetPath(url)).toEqual({ ok: false, status });
  });

  it('never leaves the folder, whatever is asked', () => {
    const nasty = fc.stringMatching(/^[a-z.%/\\0-9:@?#]{0,40}$/);
    fc.assert(
      fc.property(nasty, (rest) => {
        const asset = assetPath(`app://outlog/${rest}`);
        if (!asset.ok) return;
        const resolved = path.resolve('/built/renderer', asset.path);
        expect(resolved.startsWith('/built/renderer/')).toBe(true);
        expect(asset.path).not.toMatch(/[%\\:\0]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
