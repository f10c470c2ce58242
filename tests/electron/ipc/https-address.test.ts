import { describe, expect, it } from 'vitest';
import { httpsAddress } from '../../../electron/ipc/https-address.ts';

describe('links that may leave the app', () => {
  it('are plain https', () => {
    expect(httpsAddress('https://example.com/a?b=c#d')?.href).toBe('https://example.com/a?b=c#d');
  });

  it.each([
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'app://outlog/index.html',
    'ms-settings:',
    'smb://server/share',
    'mailto:ana@example.com',
    'https://support.bank.com@evil.example/',
    'https://user:pass@example.com/',
    'https://',
    '//example.com',
    '/etc/passwd',
    'C:\\Windows\\System32\\calc.exe',
    '',
  ])('never %s', (text) => {
    expect(httpsAddress(text)).toBeNull();
  });
});
