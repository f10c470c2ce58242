import { flagOf, textOf, textsOf } from '../record-fields.ts';
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
  /** IANA zone of their business day; empty where nobody said. */
  readonly timeZone: string;
  /** Names they had before or are also called: what was logged under one is still theirs. */
  readonly aliases: readonly string[];
}

export const clientFrom = ({ id, fields }: RecordState): Client => ({
  id,
  name: textOf(fields, 'name'),
  timeZone: textOf(fields, 'timeZone'),
  aliases: textsOf(fields, 'aliases'),
});

/** The client that a name means, case and blanks aside; a name that one has today goes before an alias. */
export function clientNamed(clients: readonly Client[], name: string): Client | null {
  const wanted = plainName(name);
  if (wanted === '') return null;
  return (
    clients.find((client) => plainName(client.name) === wanted) ??
    clients.find((client) => client.aliases.some((alias) => plainName(alias) === wanted)) ??
    null
  );
}

/** The time zone of the client that a name means, or null where either is unknown. */
export const clientZoneOf = (clients: readonly Client[], name: string): string | null =>
  clientNamed(clients, name)?.timeZone || null;

const plainName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
