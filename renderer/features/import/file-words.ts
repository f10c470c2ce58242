import { formatNumber } from '../../i18n/format.ts';

const KIB = 1024;

/** `812 B`, `622 KB`, `12.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < KIB) return `${formatNumber(bytes)} B`;
  if (bytes < KIB * KIB) return `${formatNumber(bytes / KIB, 0)} KB`;
  return `${formatNumber(bytes / KIB / KIB, 1)} MB`;
}
