import { numberOf, objectOf, flagOf, textOf } from './record-fields.ts';
import type { RecordState } from './stream/merge.ts';
import { audienceMember } from './stream/change.ts';

/**
 * A named way of looking at a screen, kept as a record so that it travels with the person. Record type
 * `view`, in the audience of the member whose it is.
 */
export interface SavedView {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  /** Which screen it is of: a view of the app, as its route names it. */
  readonly screen: string;
  /** What the screen is asked for: the parameters of its route. */
  readonly params: Readonly<Record<string, string>>;
  /** Views stand in ascending order of it: when each was made, UTC ms, unless somebody moved it. */
  readonly position: number;
  readonly isDeleted: boolean;
}

export function savedViewFrom({ id, audience, fields }: RecordState): SavedView {
  const params = Object.entries(objectOf(fields['params']) ?? {});
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    name: textOf(fields, 'name'),
    screen: textOf(fields, 'screen'),
    params: Object.fromEntries(
      params.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    position: numberOf(fields, 'position') ?? 0,
    isDeleted: flagOf(fields, 'deleted'),
  };
}
