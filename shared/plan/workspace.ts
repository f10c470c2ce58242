import { flagOf, textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';

/** One plan and the people who work to it. Record type `workspace`, audience `team`, id = the workspace's id. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 code of every value and cost. */
  readonly currency: string;
  readonly isSample: boolean;
}

export const workspaceFrom = ({ id, fields }: RecordState): Workspace => ({
  id,
  name: textOf(fields, 'name'),
  currency: textOf(fields, 'currency') || 'USD',
  isSample: flagOf(fields, 'sample'),
});

/** Somebody the team works for. Record type `client`, audience `team`; deliverables and outcomes name it. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

export const clientFrom = ({ id, fields }: RecordState): Client => ({
  id,
  name: textOf(fields, 'name'),
  timeZone: textOf(fields, 'timeZone'),
});
