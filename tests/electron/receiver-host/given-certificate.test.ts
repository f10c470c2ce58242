import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../electron/receiver-host/given-certificate.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';

/** A pair as a manager would choose it, in files. */
async function pairIn(folder: string, name: string) {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          { type: 2, value: `*.${name}` },
        ],
      },
    ],
  });
  const files = {
    certificateFile: join(folder, `${name}.pem`),
    keyFile: join(folder, `${name}.key`),
  };
  writeFileSync(files.certificateFile, made.cert);
  writeFileSync(files.keyFile, made.private);
  return files;
}

describe('a certificate that was chosen', () => {
  it('tells the names that clients may use, without wildcards, and whether somebody vouches for it', async () => {
    const files = await pairIn(temporaryFolder(), 'outlog.example');
    expect(await readCertificate(files)).toMatchObject({
      hosts: ['outlog.example'],
      isSelfSigned: true,
    });
  });

  it('is refused with a key that is not its own, and where a file is gone or none', async () => {
    const folder = temporaryFolder();
    const one = await pairIn(folder, 'one.example');
    const other = await pairIn(folder, 'other.example');
    expect(await readCertificate({ ...one, keyFile: other.keyFile })).toBeNull();
    expect(await readCertificate({ ...one, keyFile: one.certificateFile })).toBeNull();
    expect(await readCertificate({ ...one, certificateFile: join(folder, 'gone') })).toBeNull();
    expect(await readCertificate({ ...one, certificateFile: folder })).toBeNull();
  });
});
