import { flagOf, textOf, textsOf } from '../record-fields.ts';
import { fieldStamp } from '../stream/merge.ts';
import type { RecordState } from '../stream/merge.ts';

/** One plan and the people who work to it. Record type `workspace`, audience `team`, id = the workspace's id. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** ISO 4217 code of what targets, sums and new amounts are in. */
  readonly currency: string;
  /**
   * What the currency of an amount says where it is that one: empty (nobody named it) stands for the one
   * that the workspace began with, whatever it is now, so that a change of currency relabels nothing.
   */
  readonly currencies: readonly string[];
  readonly firstCurrency: string;
  readonly isSample: boolean;
}

export function workspaceFrom(state: RecordState): Workspace {
  const { id, fields } = state;
  const currency = textOf(fields, 'currency') || DEFAULT_CURRENCY;
  const first = firstCurrency(state);
  return {
    id,
    name: textOf(fields, 'name'),
    currency,
    currencies: currency === first ? ['', currency] : [currency],
    firstCurrency: first,
    isSample: flagOf(fields, 'sample'),
  };
}

const DEFAULT_CURRENCY = 'USD';

/** The currency that was written before any other was. */
function firstCurrency(state: RecordState): string {
  let first = textOf(state.fields, 'currency');
  let firstStamp = fieldStamp(state, 'currency');
  for (const { field, stamp, value } of state.past ?? []) {
    if (field !== 'currency' || stamp > firstStamp || typeof value !== 'string') continue;
    [first, firstStamp] = [value, stamp];
  }
  return first || DEFAULT_CURRENCY;
}

/** What an amount's currency is called: its own where it was named, else the one the workspace began with. */
export const currencyOf = (
  workspace: Pick<Workspace, 'currency' | 'firstCurrency'> | null | undefined,
  currency: string,
): string => currency || (workspace?.firstCurrency ?? DEFAULT_CURRENCY);

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
