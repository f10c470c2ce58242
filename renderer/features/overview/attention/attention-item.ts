import type { ReviewAction } from '#shared/cadence/review-action';
import type { ReviewTurn } from '#shared/cadence/review-turns';
import type { Cadence } from '#shared/cadence/cadence';
import type { DayKey } from '#shared/day';
import type { Block } from '#shared/deliverables/deliverable';
import type { SyncStatus } from '#shared/ipc';
import type { PlanProblem } from '#shared/plan/plan-problems';
import type { Hold, Run } from '#shared/sops/run';
import type {
  AskedHandOver,
  AskedSignOff,
  OwnHandOver,
} from '../../../app/parts/asked-of-you/use-asked.ts';
import type { Entry } from '../../../data/entry.ts';
import type { AttentionItem as SopItem } from '../sop-attention/attention-items.ts';

/** Open work that presses: its time is past, near, or sooner than such work is usually done. */
export interface PressedWork {
  readonly entry: Entry;
  /** When what was promised or agreed is due, UTC ms. */
  readonly dueAtMs: number;
}

export type Gap = SyncStatus['gaps'][number];

/** One thing that needs the manager now. What is told of several pieces of work at once stays one thing. */
export type AttentionItem = { readonly key: string } & (
  | {
      readonly kind: 'work';
      readonly entry: Entry;
      readonly block: Block;
      /** How much other work waits for it, directly or through others. */
      readonly behindCount: number;
    }
  | { readonly kind: 'run'; readonly run: Run; readonly hold: Hold }
  | { readonly kind: 'sign'; readonly asked: AskedSignOff }
  | { readonly kind: 'take'; readonly asked: AskedHandOver }
  | { readonly kind: 'declined'; readonly asked: OwnHandOver }
  | { readonly kind: 'refused'; readonly asked: AskedSignOff }
  | { readonly kind: 'action'; readonly action: ReviewAction }
  | {
      readonly kind: 'overdue' | 'atRisk' | 'forecast';
      /** The most pressing first; at least one. */
      readonly works: readonly [PressedWork, ...PressedWork[]];
    }
  | {
      /** Work that others wait for, and that waits for somebody else. */
      readonly kind: 'chain';
      readonly entry: Entry;
      readonly behindCount: number;
    }
  | {
      readonly kind: 'gap';
      readonly memberId: string;
      /** Numbers of the changes that are missing; at least one stretch. */
      readonly gaps: readonly [Gap, ...Gap[]];
    }
  | {
      readonly kind: 'review';
      readonly cadence: Cadence;
      /** Neither held nor skipped, the earliest first: of the team one, of members one each. */
      readonly turns: readonly [ReviewTurn, ...ReviewTurn[]];
      /** Whether the one before was left out, too. */
      readonly wasMissed: boolean;
    }
  | { readonly kind: 'checkIns'; readonly day: DayKey; readonly memberIds: readonly string[] }
  | { readonly kind: 'plan'; readonly problem: PlanProblem }
  | { readonly kind: 'sop'; readonly item: SopItem }
);
export type AttentionKind = AttentionItem['kind'];

/**
 * What somebody waits for, and what makes the figures less than whole; what is late or may be; what was left
 * out; what grows old, and the plan.
 */
const ORDER: Readonly<Record<AttentionKind, number>> = {
  work: 0,
  run: 0,
  take: 1,
  sign: 1,
  declined: 1,
  refused: 1,
  gap: 2,
  action: 3,
  overdue: 3,
  chain: 4,
  atRisk: 5,
  forecast: 5,
  review: 7,
  checkIns: 8,
  sop: 9,
  plan: 9,
};

/** SOPs that somebody waits for stand before what was left out; outcomes without owner before other mending. */
function orderOf(item: AttentionItem): number {
  if (item.kind === 'sop') return isAsked(item.item) ? ORDER.sop - 3 : ORDER.sop;
  if (item.kind === 'plan') return item.problem.code.startsWith('owner-') ? 8.5 : ORDER.plan + 1;
  return ORDER[item.kind];
}

const isAsked = ({ reasons }: SopItem): boolean =>
  reasons.some(({ kind }) => kind === 'review' || kind === 'waiting');

/** The weightiest first; of equals as they came. */
export const inOrder = (items: readonly AttentionItem[]): readonly AttentionItem[] =>
  items.toSorted((a, b) => orderOf(a) - orderOf(b));

/**
 * What is shown until one asks for all: the weightiest, and of no kind so many that the others are not
 * seen. `items` are in order.
 */
export function mostPressing(
  items: readonly AttentionItem[],
  count: number,
  ofOneKind: number,
): readonly AttentionItem[] {
  if (items.length <= count) return items;
  const seen = new Map<AttentionKind, number>();
  const varied = new Set(
    items.filter(({ kind }) => {
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      return nth <= ofOneKind;
    }),
  );
  const chosen = new Set([...varied, ...items.filter((item) => !varied.has(item))].slice(0, count));
  return items.filter((item) => chosen.has(item));
}
