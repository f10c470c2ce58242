import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSelfSigned } from '../receiver/certificate-names.ts';
import type { ChosenCertificate } from './host-config.ts';

/** A chain of certificates is a few kilobytes. */
const MAX_BYTES = 256 * 1024;

export interface GivenCertificate {
  /** PEM, the chain as it was given. */
  readonly cert: string;
  readonly key: string;
  /** Names that clients may call the receiver by, as the certificate has them; no wildcards. */
  readonly hosts: readonly string[];
  /** It is vouched for by nobody but itself, so that clients have to know it. */
  readonly isSelfSigned: boolean;
}

/** Null where a file is gone, is none, or the two do not belong together. */
export async function readCertificate({
  certificateFile,
  keyFile,
}: ChosenCertificate): Promise<GivenCertificate | null> {
  try {
    const [cert, key] = await Promise.all([readText(certificateFile), readText(keyFile)]);
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) return null;
    return {
      cert,
      key,
      hosts: hostsOf(certificate),
      isSelfSigned: isSelfSigned({ cert }),
    };
  } catch {
    return null;
  }
}

export const certificateName = ({ certificateFile }: ChosenCertificate): string =>
  path.basename(certificateFile);

async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MAX_BYTES) throw new RangeError('A certificate is smaller.');
  return await readFile(file, 'utf8');
}

function hostsOf({ subjectAltName = '' }: X509Certificate): readonly string[] {
  return subjectAltName
    .split(', ')
    .flatMap((entry) => /^(?:DNS|IP Address):([a-zA-Z0-9.-]+)$/.exec(entry)?.[1] ?? []);
}
