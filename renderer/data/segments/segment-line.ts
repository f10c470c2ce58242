import type { Audience, Fields } from '#shared/stream/change';
import type { Overridden, Stamp } from '#shared/stream/merge';
import type { Kept } from '../fold.ts';
import type { OwnWrite } from '../stored.ts';

/** A packed deliverable: `<id>\t<json>`. JSON escapes tabs and newlines, ids have none. */
interface PackedRecord {
  readonly f: Fields;
  readonly s: Stamp;
  readonly t?: Readonly<Record<string, Stamp>>;
  readonly p?: readonly Overridden[];
  readonly o?: OwnWrite;
}

/** `fieldsText`: the fields as JSON, where they were read as that. */
export function packLine(
  { id, fields, stamp, stamps, past, own }: Kept,
  fieldsText = JSON.stringify(fields),
): string {
  // Written out by hand: this is the inner loop of every rebuild.
  // A stamp is hex digits and a dot: nothing in it needs escaping.
  let json = `"f":${fieldsText},"s":"${stamp}"`;
  if (stamps) json += `,"t":${JSON.stringify(stamps)}`;
  if (past) json += `,"p":${JSON.stringify(past)}`;
  if (own) json += `,"o":${JSON.stringify(own)}`;
  return `${id}\t{${json}}`;
}

/** A segment's body, taken apart. */
export const linesById = (lines: string): Map<string, string> =>
  new Map(lines.split('\n').map((line) => [lineId(line), line]));

const lineId = (line: string): string => line.slice(0, line.indexOf('\t'));

export function unpackLine(line: string, audience: Audience): Kept {
  const at = line.indexOf('\t');
  // Written by `packLine` alone.
  const { f, s, t, p, o } = JSON.parse(line.slice(at + 1)) as PackedRecord;
  return {
    audience,
    type: 'deliverable',
    id: line.slice(0, at),
    fields: f,
    stamp: s,
    ...(t && { stamps: t }),
    ...(p && { past: p }),
    ...(o && { own: o }),
  };
}
