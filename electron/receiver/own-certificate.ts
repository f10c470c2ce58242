import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../sync/atomic-write.ts';
import { nodeFileSystem, orAbsent } from '../sync/file-system.ts';

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

const FILE_NAME = 'own-certificate.pem';

/**
 * Clients know it by its fingerprint and not by its dates: it holds through every clock that a member's
 * computer may show, up to the last year that X.509 writes in its short form.
 */
const VALID_FROM = new Date('1990-01-01T00:00:00Z');
const VALID_TO = new Date('2049-12-31T00:00:00Z');

/** The receiver's own certificate, made once and kept in `directory`, readable by this user alone. */
export async function ownCertificate(directory: string): Promise<Certificate> {
  const file = join(directory, FILE_NAME);
  const kept = await orAbsent(readFile(file, 'utf8'));
  const whole = kept === null ? null : splitPem(kept);
  if (whole !== null) return whole;
  const made = await makeCertificate();
  // Both in one file: there is never one without the other.
  await writeAtomically(nodeFileSystem, file, Buffer.from(`${made.cert}\n${made.key}\n`, 'utf8'));
  return made;
}

async function makeCertificate(): Promise<Certificate> {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Outlog receiver' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: VALID_FROM,
    notAfterDate: VALID_TO,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
    ],
  });
  return { cert: made.cert.trim(), key: made.private.trim() };
}

/** Null where the file is no certificate with its key: it is then made anew, as a lost one is. */
function splitPem(text: string): Certificate | null {
  const [cert] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text) ?? [];
  const [key] = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text) ?? [];
  if (cert === undefined || key === undefined) return null;
  try {
    return new X509Certificate(cert).raw.length > 0 ? { cert, key } : null;
  } catch {
    return null;
  }
}
