import { hash, X509Certificate } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { generate } from 'selfsigned';
import { isSelfSigned, nameIn } from '../../../electron/receiver/certificate-names.ts';
import { ownCertificate } from '../../../electron/receiver/own-certificate.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam } from './parts/receiver-team.ts';

test('the receiver’s own certificate is made once, for its user’s eyes', async () => {
  const directory = temporaryFolder();
  const made = await ownCertificate(directory);
  expect(await ownCertificate(directory)).toEqual(made);
  const [file = ''] = readdirSync(directory);
  if (process.platform !== 'win32') {
    expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
  }
  const { validFrom, validTo } = new X509Certificate(made.cert);
  // A client pins it, whatever year its computer thinks it is.
  expect(new Date(validFrom).getUTCFullYear()).toBeLessThan(2015);
  expect(new Date(validTo).getUTCFullYear()).toBeGreaterThan(2045);
  writeFileSync(join(directory, file), 'damaged');
  expect((await ownCertificate(directory)).cert).not.toBe(made.cert);
});

test('it speaks TLS by the certificate whose fingerprint it tells', async () => {
  const tls = await ownCertificate(temporaryFolder());
  const team = await receiverTeam(temporaryFolder(), { tls });
  onTestFinished(() => team.close());
  expect(team.url).toMatch(/^https:/);
  expect((await team.ask('/v1/hello')).status).toBe(200);
  const socket = connectTls({ port: team.receiver.port, rejectUnauthorized: false });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  expect(hash('sha256', socket.getPeerCertificate().raw, 'hex')).toBe(team.receiver.certSha256);
});

test.each([
  'GET /v1/hello HTTP/1.1\r\nHost: a\r\n\r\n',
  '\u0016\u0003\u0001\u0000\u0001x',
  '\0\0\0',
])('what is no TLS ends the connection and nothing else: %j', async (words) => {
  const tls = await ownCertificate(temporaryFolder());
  const team = await receiverTeam(temporaryFolder(), { tls, limits: { headersMs: 300 } });
  onTestFinished(() => team.close());
  const socket = connect(team.receiver.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(words);
  await once(socket, 'close');
  expect((await team.ask('/v1/hello')).status).toBe(200);
});

test('a setup names what a certificate is for, and pins only what nobody vouches for', async () => {
  const own = await ownCertificate(temporaryFolder());
  expect([isSelfSigned(own), nameIn(own)]).toEqual([true, null]);
  const name = [{ name: 'commonName', value: 'authority' }];
  const authority = await generate(name, { keyType: 'ec', algorithm: 'sha256' });
  const given = await generate([{ name: 'commonName', value: 'team.example' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: '*.team.example' },
          { type: 2, value: 'team.example' },
        ],
      },
    ],
  });
  const certificate = { cert: given.cert, key: given.private };
  expect([isSelfSigned(certificate), nameIn(certificate)]).toEqual([false, 'team.example']);
});

test('old versions of TLS are refused', async () => {
  const tls = await ownCertificate(temporaryFolder());
  const team = await receiverTeam(temporaryFolder(), { tls });
  onTestFinished(() => team.close());
  const old = connectTls({
    port: team.receiver.port,
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  const [error] = (await once(old, 'error')) as [Error];
  expect(error.message).toMatch(/protocol|version|alert/i);
});

test('on a network it does not speak without TLS, unless a proxy does that', async () => {
  await expect(receiverTeam(temporaryFolder(), { host: '0.0.0.0' })).rejects.toThrow(/certificate/);
  const proxied = await receiverTeam(temporaryFolder(), { isBehindProxy: true });
  onTestFinished(() => proxied.close());
  expect(proxied.receiver.certSha256).toBeNull();
});
