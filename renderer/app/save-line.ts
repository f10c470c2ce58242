import type { EvidenceWaiting, SyncStatus } from '#shared/ipc';
import type { SaveTotals } from '../data/save-state.ts';
import type { TextKey, TextParams } from '../i18n/text.ts';

/** The one line that says whether everything is saved, sent and received. */
export interface SaveLine {
  readonly tone: 'quiet' | 'busy' | 'good' | 'waiting' | 'flawed' | 'bad';
  readonly text: readonly [TextKey, TextParams?];
  /** What it waits for. */
  readonly more: readonly [TextKey, TextParams?] | null;
}

/** Waits that somebody has to end; the others end by themselves. */
const NEEDS_HELP: ReadonlySet<EvidenceWaiting> = new Set([
  'folder-read-only',
  'folder-full',
  'folder-foreign',
  'needs-keys',
  'unauthorized',
  'revoked',
  'receiver-full',
  'receiver-wrong',
  'refused',
  'disk-failed',
]);

export function saveLine(totals: SaveTotals, sync: SyncStatus | null, isSample = false): SaveLine {
  if (!sync) return { tone: 'quiet', text: ['app.save.onThisComputer'], more: null };
  if (sync.phase === 'sending') return { tone: 'busy', text: ['app.save.sending'], more: null };
  if (isSample) return settledLine(totals, sync);
  if (sync.waiting !== 'none' && sync.unsentCount > 0) return waitingLine(totals, sync);
  if (isEvidenceStuck(sync)) return { ...settledLine(totals, sync), ...evidenceLine(sync) };
  if (sync.gaps.length > 0 || sync.rejected.length > 0) return troubleLine(totals, sync);
  if (NEEDS_HELP.has(sync.waiting)) {
    return { ...settledLine(totals, sync), tone: 'bad', more: helpText(sync) };
  }
  if (sync.unsentCount > 0) {
    return { tone: 'quiet', text: savedText(totals, sync), more: ['app.save.soon'] };
  }
  return settledLine(totals, sync);
}

/** Files follow by themselves: they are spoken of here only where somebody has to help. */
const isEvidenceStuck = ({ evidence }: SyncStatus): boolean =>
  evidence.waitingCount > 0 && NEEDS_HELP.has(evidence.waiting);

const evidenceLine = ({ evidence }: SyncStatus): Pick<SaveLine, 'tone' | 'more'> => ({
  tone: 'flawed',
  more: ['app.save.filesStuck', { count: evidence.waitingCount }],
});

function settledLine(totals: SaveTotals, sync: SyncStatus): SaveLine {
  const { saved, sent, received } = totals;
  const isSettled = saved === 0 && sent + received > 0;
  return { tone: isSettled ? 'good' : 'quiet', text: settledText(totals, sync), more: null };
}

function waitingLine(totals: SaveTotals, sync: SyncStatus): SaveLine {
  const { waiting } = sync;
  const more = helpText(sync);
  // A folder that was never chosen is no trouble: everything is safe on this computer.
  const tone = waiting === 'no-folder' ? 'quiet' : NEEDS_HELP.has(waiting) ? 'bad' : 'waiting';
  return { tone, text: savedText(totals, sync), more };
}

const helpText = ({ waiting }: SyncStatus): SaveLine['more'] =>
  waiting === 'none' ? null : [`app.save.${waiting}`];

function troubleLine(totals: SaveTotals, sync: SyncStatus): SaveLine {
  return { tone: 'flawed', text: settledText(totals, sync), more: troubleText(sync) };
}

function troubleText({ gaps, rejected }: SyncStatus): SaveLine['more'] {
  const devices = new Set(gaps.map(({ stream }) => stream)).size;
  if (devices > 0) return ['app.save.gap', { count: devices }];
  // A log in two versions was taken, both of them.
  const refused = rejected.filter(({ problem }) => problem !== 'batch-fork').length;
  return refused > 0 ? ['app.save.rejected', { count: refused }] : ['app.save.forked'];
}

/** What is saved here and not yet sent: entries where there are some, else changes of the plan. */
const savedText = ({ saved }: SaveTotals, { unsentCount }: SyncStatus): SaveLine['text'] =>
  saved > 0
    ? ['app.save.savedHere', { count: saved }]
    : ['app.save.changesSaved', { count: unsentCount }];

function settledText({ saved, sent, received }: SaveTotals, sync: SyncStatus): SaveLine['text'] {
  if (saved > 0) return ['app.save.savedHere', { count: saved }];
  if (sent > 0 && received > 0) return ['app.save.sentSome', { count: sent + received, received }];
  if (sent > 0) return ['app.save.allSent', { count: sent }];
  if (received > 0) return ['app.save.allReceived', { count: received }];
  if (sync.own.some(({ savedSeq }) => savedSeq > 0)) {
    return sync.target ? ['app.save.allChangesSent'] : ['app.save.onThisComputer'];
  }
  return ['app.save.nothing'];
}
