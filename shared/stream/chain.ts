import { canonicalJson } from './canonical.ts';
import type { Change } from './change.ts';

/** SHA-256 of a text's UTF-8 bytes, in hex; passed in, so that `shared` stays pure. */
export type HashText = (text: string) => string;

type UnchainedChange = Omit<Change, 'h'>;

/** The canonical form of a change without `h`: what the chain hash covers. */
export const unchainedText = ({ seq, hlc, type, id, fields }: UnchainedChange): string =>
  `{"fields":${canonicalJson(fields)},${restText(seq, hlc, type, id)}`;

/** The canonical form of a whole change: one line of a batch's body. */
export const changeLine = ({ seq, hlc, type, id, fields, h }: Change): string =>
  `{"fields":${canonicalJson(fields)},"h":"${h}",${restText(seq, hlc, type, id)}`;

/** `h` = SHA-256(the previous change's `h`, as its 64 hex digits ‖ the change's form without `h`). */
export const chainedHash = (
  hashText: HashText,
  previousH: string,
  change: UnchainedChange,
): string => hashText(previousH + unchainedText(change));

const restText = (seq: number, hlc: string, type: string, id: string): string =>
  `"hlc":${JSON.stringify(hlc)},"id":${JSON.stringify(id)},"seq":${seq},"type":${JSON.stringify(type)}}`;
