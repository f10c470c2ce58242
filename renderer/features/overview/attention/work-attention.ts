import { openBlock } from '#shared/deliverables/deliverable';
import type { Block } from '#shared/deliverables/deliverable';
import { pressureOn } from '#shared/deliverables/pressure';
import type { Pressure } from '#shared/deliverables/pressure';
import { holdUps } from '#shared/metrics/insights/chain';
import type { TermsBook } from '#shared/metrics/terms';
import type { Aged } from '#shared/metrics/usual-age';
import type { Entry } from '../../../data/entry.ts';
import type { AttentionItem, PressedWork } from './attention-item.ts';

interface WorkAttention {
  readonly open: readonly Entry[];
  /** Work in progress beside what is usual for it. */
  readonly aged: readonly Aged<Entry>[];
  readonly terms: TermsBook;
  /** Who looks. */
  readonly memberId: string;
  readonly nowMs: number;
}

/** What open work needs the manager for: what waits for them, what is late or will be, and what holds others up. */
export function workAttention(known: WorkAttention): readonly AttentionItem[] {
  const { open, memberId } = known;
  const behindById = new Map(
    holdUps(new Map(open.map((entry) => [entry.id, entry]))).map(({ id, behindIds }) => [
      id,
      behindIds.length,
    ]),
  );
  const onYou: { readonly item: AttentionItem; readonly fromMs: number }[] = [];
  const chains: Extract<AttentionItem, { readonly kind: 'chain' }>[] = [];
  for (const entry of open) {
    const block = openBlock(entry);
    if (!block) continue;
    const behindCount = behindById.get(entry.id) ?? 0;
    if (isOn(block, memberId)) {
      const item = {
        kind: 'work',
        key: `work ${entry.id} ${block.id}`,
        entry,
        block,
        behindCount,
      } as const;
      onYou.push({ item, fromMs: block.fromMs });
    } else if (behindCount > 0) {
      chains.push({ kind: 'chain', key: `chain ${entry.id}`, entry, behindCount });
    }
  }
  return [
    ...onYou.toSorted((a, b) => a.fromMs - b.fromMs).map(({ item }) => item),
    ...chains.toSorted((a, b) => b.behindCount - a.behindCount).slice(0, MOST_CHAINS),
    ...pressedItems(known),
  ];
}

/** The longest are named; Insights has them all. */
const MOST_CHAINS = 3;

const isOnYou = (entry: Entry, memberId: string): boolean => {
  const block = openBlock(entry);
  return block !== null && isOn(block, memberId);
};

/** A wait for "the manager" is every manager's until one is named. */
const isOn = ({ on, whoId }: Block, memberId: string): boolean =>
  whoId === '' ? on === 'manager' : whoId === memberId;

/** More than so many of a kind are told together. */
const MOST_ALONE = 2;

const PRESSED = ['overdue', 'atRisk', 'forecast'] as const;
type PressedKind = (typeof PRESSED)[number];

function pressedItems(known: WorkAttention): readonly AttentionItem[] {
  const found: Record<PressedKind, (PressedWork & { readonly leftMs: number })[]> = {
    overdue: [],
    atRisk: [],
    forecast: [],
  };
  const agedById = new Map(known.aged.map((aged) => [aged.deliverable.id, aged]));
  for (const entry of known.open) {
    const pressure = pressureOf(entry, known);
    const kind = kindOf(pressure, agedById.get(entry.id));
    const { dueAtMs, leftWorkMs } = pressure;
    if (kind === null || dueAtMs === null) continue;
    found[kind].push({ entry, dueAtMs, leftMs: leftWorkMs ?? 0 });
  }
  return PRESSED.flatMap((kind): readonly AttentionItem[] => {
    const works = found[kind].toSorted((a, b) => a.leftMs - b.leftMs || a.dueAtMs - b.dueAtMs);
    if (works.length <= MOST_ALONE) {
      // What waits for the manager has a line already.
      const others = works.filter(({ entry }) => !isOnYou(entry, known.memberId));
      return others.map((work) => ({ kind, key: `${kind} ${work.entry.id}`, works: [work] }));
    }
    const [first, ...others] = works;
    return first ? [{ kind, key: kind, works: [first, ...others] }] : [];
  });
}

/** As the board reads it, so that it counts the same work. */
function pressureOf(entry: Entry, { terms, nowMs }: WorkAttention): Pressure {
  const { clock, slasAt } = terms.of(entry.memberId, entry.outcomeId);
  const slas = entry.requestedAtMs === null ? [] : slasAt(entry.requestedAtMs);
  return pressureOn(entry, { clock, slas, usualWorkMs: null }, nowMs, nowMs);
}

/**
 * `forecast`: there is time left, but less than the 85% of such work that takes longest to do has needed
 * beyond this age.
 */
function kindOf(
  { risk, promise, leftWorkMs }: Pressure,
  aged: Aged | undefined,
): PressedKind | null {
  if (risk === 'overdue' || risk === 'atRisk') return risk;
  const isAboutCompletion = promise === 'completed' || promise === 'due';
  if (!isAboutCompletion || leftWorkMs === null || !aged || aged.usualMs === null) return null;
  return aged.ageMs + leftWorkMs < aged.usualMs ? 'forecast' : null;
}
