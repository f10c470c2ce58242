import type { Table } from 'dexie';
import { flagOf, numberOf, textOf } from '#shared/record-fields';
import { PLAN_TYPES } from '#shared/record-types';
import { handOverFrom, isHandOverOpen } from '#shared/sops/hand-over';
import { isRunOpen, runFrom } from '#shared/sops/run';
import { isSignOffOpen, signOffFrom } from '#shared/sops/sign-off';
import { audienceMember } from '#shared/stream/change';
import type { ChangeSource, MergedChange } from './change-source.ts';
import type { Kept } from './fold.ts';
import { foldChanges } from './fold.ts';
import type { Projection } from './projection.ts';
import { recordKey } from './record-key.ts';
import { ANYONE } from './stored.ts';
import type {
  AboutSopRow,
  AskedRow,
  CheckInRow,
  HandOverPackRow,
  InstructionRow,
  MemberRow,
  OutageRow,
  QualityCheckRow,
  ReceiptRow,
  RecurrenceRow,
  ReviewActionRow,
  ReviewRow,
  RunRow,
  SopVersionRow,
  StoredRecord,
} from './stored.ts';

/** How a type that has a row for each record is stored. */
interface Shelving {
  readonly table: (db: Projection) => Table<StoredRecord, string>;
  readonly row: (kept: Kept) => StoredRecord;
}

/** Merges changes to records of one type that is not packed. Inside a transaction. */
export async function mergeRecords(
  db: Projection,
  source: ChangeSource,
  type: string,
  changesById: ReadonlyMap<string, readonly MergedChange[]>,
): Promise<void> {
  const { table, row } = shelvingOf(type);
  const ids = [...changesById.keys()];
  const held = await table(db).bulkGet(ids.map((id) => recordKey(source.audience, type, id)));
  const rows = ids.flatMap((id, at) => {
    const kept = foldChanges(held[at], changesById.get(id) ?? [], source);
    return kept ? [row(kept)] : [];
  });
  await table(db).bulkPut(rows);
}

/** The row of one record of a type that is not packed, if there is one. */
export const readStored = async (
  db: Projection,
  audience: StoredRecord['audience'],
  type: string,
  id: string,
): Promise<StoredRecord | undefined> =>
  await shelvingOf(type)
    .table(db)
    .get(recordKey(audience, type, id));

function shelvingOf(type: string): Shelving {
  if (type === 'sopVersion') return SHELVING.sopVersion;
  if (PLAN_TYPES.has(type) || type === 'device') return SHELVING.plan;
  if (type === 'run') return SHELVING.run;
  if (type === 'checkIn') return SHELVING.checkIn;
  if (type === 'outage') return SHELVING.outage;
  if (type === 'receipt') return SHELVING.receipt;
  if (type === 'import') return SHELVING.import;
  if (type === 'recurrence') return SHELVING.recurrence;
  if (type === 'view') return SHELVING.view;
  if (type === 'suggestion') return SHELVING.suggestion;
  if (type === 'acknowledgement') return SHELVING.acknowledgement;
  if (type === 'signOff') return SHELVING.signOff;
  if (type === 'handOver') return SHELVING.handOver;
  if (type === 'review') return SHELVING.review;
  if (type === 'reviewAction') return SHELVING.reviewAction;
  if (type === 'instruction') return SHELVING.instruction;
  if (type === 'handOverPack') return SHELVING.handOverPack;
  if (type === 'handOverNote') return SHELVING.handOverNote;
  if (type === 'qualitySample') return SHELVING.qualitySample;
  if (type === 'qualityCheck') return SHELVING.qualityCheck;
  return SHELVING.other;
}

const stored = (kept: Kept): StoredRecord => ({
  ...kept,
  key: recordKey(kept.audience, kept.type, kept.id),
});

const memberOf = ({ audience }: Kept): string => audienceMember(audience) ?? '';

const aboutSop = (kept: Kept): AboutSopRow => ({
  ...stored(kept),
  sopId: textOf(kept.fields, 'sopId'),
});

/** A record that waits for somebody's answer; no member id holds a capital letter, so `ANYONE` is nobody. */
const asked = (kept: Kept, askedOfId: string, isOpen: boolean): AskedRow => ({
  ...stored(kept),
  ...(isOpen && { openFor: askedOfId || ANYONE }),
});

const SHELVING = {
  plan: { table: (db) => db.plan, row: stored },
  sopVersion: {
    table: (db) => db.sopVersions,
    row: (kept): SopVersionRow => ({ ...stored(kept), sopId: textOf(kept.fields, 'sopId') }),
  },
  run: {
    table: (db) => db.runs,
    row: (kept): RunRow => ({
      ...stored(kept),
      ...(isRunOpen(runFrom(kept)) && { openOf: memberOf(kept) }),
      memberId: memberOf(kept),
      day: textOf(kept.fields, 'day'),
    }),
  },
  checkIn: {
    table: (db) => db.checkIns,
    row: (kept): CheckInRow => ({
      ...stored(kept),
      memberId: memberOf(kept),
      day: textOf(kept.fields, 'day'),
    }),
  },
  outage: {
    table: (db) => db.outages,
    row: (kept): OutageRow => ({ ...stored(kept), memberId: memberOf(kept) }),
  },
  review: {
    table: (db) => db.reviews,
    row: (kept): ReviewRow => ({ ...stored(kept), memberId: memberOf(kept) }),
  },
  reviewAction: {
    table: (db) => db.reviewActions,
    row: (kept): ReviewActionRow => {
      const isDone = numberOf(kept.fields, 'doneAtMs') !== null || flagOf(kept.fields, 'deleted');
      return {
        ...stored(kept),
        ...(!isDone && { openOf: textOf(kept.fields, 'ownerId') }),
        seriesId: textOf(kept.fields, 'seriesId'),
      };
    },
  },
  instruction: {
    table: (db) => db.instructions,
    row: (kept): InstructionRow => ({ ...stored(kept), memberId: memberOf(kept) }),
  },
  handOverPack: {
    table: (db) => db.handOverPacks,
    row: (kept): HandOverPackRow => ({
      ...stored(kept),
      memberId: memberOf(kept),
      fromId: textOf(kept.fields, 'fromId'),
    }),
  },
  handOverNote: {
    table: (db) => db.handOverNotes,
    row: (kept): MemberRow => ({ ...stored(kept), memberId: memberOf(kept) }),
  },
  qualitySample: { table: (db) => db.qualitySamples, row: stored },
  qualityCheck: {
    table: (db) => db.qualityChecks,
    row: (kept): QualityCheckRow => ({
      ...stored(kept),
      sampleId: textOf(kept.fields, 'sampleId'),
      memberId: memberOf(kept),
      day: textOf(kept.fields, 'day'),
    }),
  },
  receipt: {
    table: (db) => db.receipts,
    row: (kept): ReceiptRow => ({
      ...stored(kept),
      streamKey: textOf(kept.fields, 'streamKey'),
    }),
  },
  import: { table: (db) => db.imports, row: stored },
  recurrence: {
    table: (db) => db.recurrences,
    row: (kept): RecurrenceRow => ({ ...stored(kept), memberId: memberOf(kept) }),
  },
  view: { table: (db) => db.views, row: stored },
  suggestion: { table: (db) => db.suggestions, row: aboutSop },
  acknowledgement: { table: (db) => db.acknowledgements, row: aboutSop },
  signOff: {
    table: (db) => db.signOffs,
    row: (kept): AskedRow => {
      const signOff = signOffFrom(kept);
      return asked(kept, signOff.askedOfId, isSignOffOpen(signOff));
    },
  },
  handOver: {
    table: (db) => db.handOvers,
    row: (kept): AskedRow => {
      const handOver = handOverFrom(kept);
      return asked(kept, handOver.toId, isHandOverOpen(handOver));
    },
  },
  other: { table: (db) => db.others, row: stored },
} as const satisfies Record<string, Shelving>;
