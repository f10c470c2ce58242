import { X509Certificate } from 'node:crypto';
import type { Certificate } from './own-certificate.ts';

/** Nobody vouches for it but itself: clients have to know its fingerprint. */
export function isSelfSigned({ cert }: Pick<Certificate, 'cert'>): boolean {
  const certificate = new X509Certificate(cert);
  // `checkIssued` would ask that it may sign others, which such a certificate need not say.
  return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
}

/** The first name that a certificate is for, without wildcards; null where it has none. */
export function nameIn({ cert }: Pick<Certificate, 'cert'>): string | null {
  const { subjectAltName = '' } = new X509Certificate(cert);
  return /(?:^|, )DNS:([a-z0-9.-]+)(?:,|$)/i.exec(subjectAltName)?.[1] ?? null;
}
