import type { Change } from './change.ts';

/** A change in the canonical form of its line, all but what its fields say. */
export interface LineFrame extends Omit<Change, 'fields'> {
  /** The fields as they are written. */
  readonly fieldsText: string;
}

const HEAD = '{"fields":';
const NEXT = ',"h":"';
const H_LENGTH = `${NEXT}"`.length + 64;
const TAIL =
  /^,"h":"([0-9a-f]{64})","hlc":"([0-9a-f]{16})","id":"([a-zA-Z0-9_.-]{1,96})","seq":([1-9]\d{0,14}),"type":"([a-zA-Z]{1,32})"\}$/;

/** Takes a line apart without reading its fields; null where it is not framed as nearly all are. */
export function frameOf(line: string): LineFrame | null {
  const at = line.lastIndexOf(NEXT);
  if (at < 0 || !line.startsWith(HEAD)) return null;
  const [, h, hlc, id, seq, type] = TAIL.exec(line.slice(at)) ?? [];
  if (h === undefined || hlc === undefined || id === undefined || type === undefined) return null;
  return {
    seq: Number(seq),
    hlc,
    type,
    id,
    h,
    fieldsText: line.slice(HEAD.length, at),
  };
}

/** A framed line without its `h`: what the chain hash covers, where its fields are in canonical form too. */
export function unchainedLine(line: string): string {
  const at = line.lastIndexOf(NEXT);
  return line.slice(0, at) + line.slice(at + H_LENGTH);
}
