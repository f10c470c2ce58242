import type { Json } from '../json.ts';
import { choiceOf, flagOf, instantOf, objectOf, prefixedFields, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

export const HANDED_KINDS = ['outcome', 'work', 'recurring'] as const;
/** What changes hands by a manager's word; runs are offered by records of their own (`sops/hand-over`). */
export type HandedKind = (typeof HANDED_KINDS)[number];

const VERDICTS = ['confirmed', 'declined'] as const;

/** What the receiver says of one thing that they were given. */
export interface PackReply {
  readonly verdict: (typeof VERDICTS)[number];
  /** Why not; empty where it is confirmed. */
  readonly reason: string;
  readonly atMs: number;
}

export interface HandedItem {
  /** `handedKey(kind, id)`. */
  readonly key: string;
  readonly kind: HandedKind;
  readonly id: string;
  readonly title: string;
  readonly reply: PackReply | null;
}

/**
 * What a member was given of a colleague's, to be confirmed by them. Record type `handOverPack`, audience
 * `m-<receiver>`: managers write it, the receiver alone the fields `reply.<item>`.
 */
export interface HandOverPack {
  readonly id: string;
  readonly toId: string;
  /** Whose it was. */
  readonly fromId: string;
  /** Who gave it. */
  readonly byId: string;
  readonly atMs: number;
  readonly note: string;
  readonly items: readonly HandedItem[];
  readonly isDeleted: boolean;
}

export const HAND_OVER_PACK_TYPE = 'handOverPack';

const handedKey = (kind: HandedKind, id: string): string => `${kind}-${id}`;

export function handOverPackFrom({ id, audience, fields }: RecordState): HandOverPack {
  const replies = new Map(prefixedFields(fields, 'reply'));
  return {
    id,
    toId: audienceMember(audience) ?? '',
    fromId: textOf(fields, 'fromId'),
    byId: textOf(fields, 'byId'),
    atMs: instantOf(fields, 'atMs') ?? 0,
    note: textOf(fields, 'note'),
    items: [...prefixedFields(fields, 'item')]
      .map(([key, item]) => ({
        key,
        kind: choiceOf(item, 'kind', HANDED_KINDS, 'work'),
        id: textOf(item, 'id'),
        title: textOf(item, 'title'),
        reply: replyOf(replies.get(key)),
      }))
      .toSorted(byKindAndTitle),
    isDeleted: flagOf(fields, 'deleted'),
  };
}

const byKindAndTitle = (a: HandedItem, b: HandedItem): number =>
  HANDED_KINDS.indexOf(a.kind) - HANDED_KINDS.indexOf(b.kind) ||
  (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);

function replyOf(value: Json | undefined): PackReply | null {
  const reply = objectOf(value);
  const verdict = reply && VERDICTS.find((each) => each === reply['verdict']);
  if (!reply || !verdict) return null;
  return { verdict, reason: textOf(reply, 'reason'), atMs: instantOf(reply, 'atMs') ?? 0 };
}

/** Whether it waits for the receiver; a pack whose head has not arrived yet does not. */
export const isPackOpen = ({ atMs, items, isDeleted }: HandOverPack): boolean =>
  atMs > 0 && !isDeleted && items.some(({ reply }) => reply === null);

/** The fields of items, to be written before the head: nobody confirms half of what they are given. */
export const itemFields = (
  items: readonly { readonly kind: HandedKind; readonly id: string; readonly title: string }[],
): Fields =>
  Object.fromEntries(
    items.map(({ kind, id, title }) => [`item.${handedKey(kind, id)}`, { kind, id, title }]),
  );

export const replyFields = (keys: readonly string[], reply: PackReply): Fields =>
  Object.fromEntries(keys.map((key) => [`reply.${key}`, { ...reply }]));
