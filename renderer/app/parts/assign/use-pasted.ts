import { useMemo, useState } from 'react';
import type { PastedColumns, PastedField, PastedShape } from '#shared/deliverables/pasted-columns';
import { readPastedTable, shapeOfPasted } from '#shared/deliverables/pasted-columns';
import { nameReader } from '#shared/deliverables/pasted-names';
import type { PastedRow } from '#shared/deliverables/pasted-work';
import { readPastedWork } from '#shared/deliverables/pasted-work';
import type { DateOrder } from '#shared/imports/read-date';
import type { Table } from '#shared/imports/table';
import { heldReferences } from '../../../data/held-references.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { now } from '../../../services/clock.ts';
import { decodeBytes } from '../../../services/table-import/decode-bytes.ts';

/** What a person said about a pasted table against what was recognised. */
interface Said {
  readonly hasHeader: boolean | null;
  readonly columns: PastedColumns | null;
  readonly dateOrder: DateOrder | null;
}

const NOTHING_SAID: Said = { hasHeader: null, columns: null, dateOrder: null };

/** For rows that name nobody or nothing themselves, and the zone of their dates. */
export interface PastedDefaults {
  readonly memberId: string;
  readonly outcomeId: string;
  readonly zone: string;
}

export interface Pasted {
  readonly table: Table;
  readonly shape: PastedShape;
  readonly columns: PastedColumns;
  /** Null while a person has to say. */
  readonly dateOrder: DateOrder | null;
  readonly rows: readonly PastedRow[];
}

/** Pasted text as rows of work, read anew with everything that is said about it. */
export function usePasted(text: string, plan: Plan, defaults: PastedDefaults) {
  const [said, setSaid] = useState(NOTHING_SAID);
  const givenReferences = useLive(async () => await heldReferences(now()), []);
  const { memberId, outcomeId, zone } = defaults;
  const readers = useMemo(() => {
    const outcomes = plan.outcomes.map(({ id, name }) => ({ id, name, isGone: false }));
    return { readMember: nameReader(plan.members), readOutcome: nameReader(outcomes) };
  }, [plan]);
  const table = useMemo(() => {
    const bytes = new TextEncoder().encode(text);
    return text.trim() === '' ? null : readPastedTable(bytes, decodeBytes, said.hasHeader);
  }, [text, said.hasHeader]);
  const shape = useMemo(
    () =>
      table?.ok
        ? shapeOfPasted(
            table.value,
            (name) => readers.readMember(name).kind !== 'unknown',
            (name) => readers.readOutcome(name).kind !== 'unknown',
          )
        : null,
    [table, readers],
  );
  const pasted = useMemo((): Pasted | null => {
    if (!table?.ok || !shape || !givenReferences) return null;
    const columns = said.columns ?? shape.columns;
    const dateOrder = said.dateOrder ?? shape.dateOrder;
    const rows = readPastedWork(table.value, {
      ...readers,
      columns,
      zone,
      memberId,
      outcomeId,
      dateOrder: dateOrder ?? 'dmy',
      decimal: shape.decimal,
      outcomeById: plan.outcomeById,
      givenReferences,
      nowMs: now(),
    });
    return { table: table.value, shape, columns, dateOrder, rows };
  }, [table, shape, said, givenReferences, readers, zone, memberId, outcomeId, plan]);
  return {
    pasted,
    failure: table && !table.ok ? table.error : null,
    startAfresh: () => setSaid(NOTHING_SAID),
    sayHeader: (hasHeader: boolean) => setSaid({ ...NOTHING_SAID, hasHeader }),
    sayOrder: (dateOrder: DateOrder) => setSaid((held) => ({ ...held, dateOrder })),
    sayColumn: (index: number, field: PastedField | '') =>
      setSaid((held) => ({
        ...held,
        columns: withColumn(held.columns ?? shape?.columns ?? {}, index, field),
      })),
  };
}

function withColumn(columns: PastedColumns, index: number, field: PastedField | ''): PastedColumns {
  const others = Object.entries(columns).filter(
    ([name, column]) => column !== index && name !== field,
  );
  return { ...Object.fromEntries(others), ...(field !== '' && { [field]: index }) };
}
