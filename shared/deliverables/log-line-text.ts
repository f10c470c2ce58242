import { minorDigits } from './log-line-amounts.ts';
import type { LogLine, LogVocabulary } from './log-line.ts';

type Written = Pick<
  LogLine,
  'outcomeId' | 'quantity' | 'errors' | 'valueMinor' | 'reference' | 'client' | 'note'
>;

/** The line that says an entry, as a person would type it: for logging the like of it again. */
export function writeLogLine(entry: Written, vocabulary: LogVocabulary): string {
  const outcome = vocabulary.outcomes.find(({ id }) => id === entry.outcomeId);
  const counted = entry.quantity === null ? '' : `${plain(entry.quantity)} ${outcome?.unit ?? ''}`;
  const head = [counted.trim(), outcome ? `for ${outcome.name}` : ''].filter(Boolean).join(' ');
  const parts = [
    head,
    entry.errors === null ? '' : errorsText(entry.errors),
    entry.valueMinor === null ? '' : valueText(entry.valueMinor, vocabulary.currency),
    referenceText(entry.reference),
    clientText(entry.client, vocabulary.clients),
    entry.note.trim() === '' ? '' : `note: ${entry.note.trim()}`,
  ];
  return parts.filter(Boolean).join(', ');
}

const errorsText = (count: number): string =>
  count === 0 ? 'no errors' : count === 1 ? '1 error' : `${plain(count)} errors`;

function valueText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return `${currency} ${(minor / 10 ** digits).toFixed(digits)}`;
}

function referenceText(reference: string): string {
  if (reference === '' || /\s/.test(reference)) return '';
  return /^(#|https?:)/i.test(reference) ? reference : `ref ${reference}`;
}

function clientText(client: string, clients: readonly string[]): string {
  if (client === '') return '';
  return clients.includes(client) ? `@${client}` : `@"${client.replaceAll('"', '')}"`;
}

const plain = (value: number): string => String(value);
