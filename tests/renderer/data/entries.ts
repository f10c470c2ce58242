import type { Fields } from '#shared/stream/change';
import type { TestStream } from './streams.ts';

/** Noon UTC of a day. */
export const noonMs = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Logs finished work of a day in a stream, with what else is said of it. Answers its id. */
export function logDone(stream: TestStream, day: string, fields: Fields = {}): string {
  const id = `${day.slice(0, 7).replace('-', '')}-${String(stream.changes.length).padStart(6, '0')}`;
  stream.add(noonMs(day), {
    type: 'deliverable',
    id,
    fields: {
      outcomeId: 'uploads',
      title: `Uploads of ${day}`,
      completedAtMs: noonMs(day) + stream.changes.length,
      day,
      zone: 'Asia/Manila',
      quantity: 1,
      ...fields,
    },
  });
  return id;
}
