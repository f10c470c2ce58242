import type { Deliverable } from './deliverable.ts';
import { openBlock } from './deliverable.ts';
import { nameWords } from './log-line-names.ts';
import type { LogLine } from './log-line.ts';

/**
 * The piece of open work that a line with a verb speaks of, or null where it begins a new one.
 * "started" takes up requested work, "blocked" and "done" what is under way, "unblocked" what waits.
 * Of several the one whose title shares most words with the line, then one
 * that does not wait, then the one touched last.
 */
export function targetOf<T extends Deliverable>(line: LogLine, open: readonly T[]): T | null {
  const said = new Set(nameWords(line.note));
  const fitting = open.filter(
    (each) => canTake(line, each) && (line.outcomeId === null || each.outcomeId === line.outcomeId),
  );
  const ranked = fitting
    .map((each) => ({
      each,
      shared: nameWords(each.title).filter((word) => said.has(word)).length,
    }))
    .toSorted(
      (a, b) =>
        b.shared - a.shared ||
        Number(openBlock(a.each) !== null) - Number(openBlock(b.each) !== null) ||
        touchedAt(b.each) - touchedAt(a.each),
    );
  const best = ranked[0];
  if (!best) return null;
  // Starting is taken up only where the line names the work: else it is a new piece.
  return line.intent === 'started' && best.shared === 0 ? null : best.each;
}

function canTake(line: LogLine, work: Deliverable): boolean {
  const isBlocked = openBlock(work) !== null;
  const isStarted = work.startedAtMs !== null;
  switch (line.intent) {
    case 'started':
      return !isStarted && !isBlocked;
    case 'blocked':
      return isStarted && !isBlocked;
    case 'unblocked':
      return isBlocked;
    case 'done':
      return isStarted;
    default:
      return false;
  }
}

const touchedAt = (work: Deliverable): number =>
  Math.max(
    work.requestedAtMs ?? 0,
    work.startedAtMs ?? 0,
    ...work.blocks.map((block) => block.toMs ?? block.fromMs),
  );
