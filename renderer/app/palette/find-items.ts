import type { Match, Question } from './match.ts';
import { matchOf } from './match.ts';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { PALETTE_GROUPS } from './palette-item.ts';
import type { Scope } from './scope.ts';
import { SCOPE_GROUPS } from './scope.ts';

export interface FoundItem {
  readonly item: PaletteItem;
  readonly stretches: Match['stretches'];
}

export interface FoundGroup {
  readonly group: PaletteGroup | 'recent';
  readonly found: readonly FoundItem[];
}

/** So many of a kind are shown while all kinds are; more where one was asked for. */
const SHOWN = 6;
const SHOWN_IN_SCOPE = 50;

/** Work is too many to be all that begins with a letter. */
const WORK_FROM_LETTERS = 2;

interface Asked {
  readonly question: Question;
  readonly scope: Scope | null;
  /** Ids of what was opened before, latest first. */
  readonly recent: readonly string[];
}

/**
 * What answers a question, kind by kind, the best of each first and its kind before others'. Without a
 * question: what was opened lately, then what can be done.
 */
export function findItems(items: readonly PaletteItem[], asked: Asked): readonly FoundGroup[] {
  const { question, scope, recent } = asked;
  if (question.words.length === 0) return unasked(items, scope, recent);
  const limit = scope ? SHOWN_IN_SCOPE : SHOWN;
  const latest = new Map(recent.map((id, at) => [id, recent.length - at]));
  const byGroup = new Map<PaletteGroup, Scored[]>();
  const isShort = question.words.join('').length < WORK_FROM_LETTERS;
  for (const item of items) {
    if (scope && !SCOPE_GROUPS[scope].has(item.group)) continue;
    if (isShort && !scope && item.group === 'work') continue;
    const scored = scoreOf(item, question, latest);
    if (scored) keepBest(byGroup, scored, limit);
  }
  return PALETTE_GROUPS.flatMap((group) => {
    const best = byGroup.get(group);
    return best ? [{ group, found: best, score: best[0]?.score ?? 0 }] : [];
  }).toSorted((a, b) => b.score - a.score);
}

interface Scored extends FoundItem {
  readonly score: number;
}

/** What was opened lately comes before what answers as well; the latest the most. */
const RECENT_BONUS = 12;

function scoreOf(
  item: PaletteItem,
  question: Question,
  latest: ReadonlyMap<string, number>,
): Scored | null {
  // Work is called in whole sentences and there are thousands: letters in their order find too much of it,
  // and what all its words do not hold is passed over with one look.
  const isWork = item.group === 'work' || item.group === 'log';
  const also = item.also && matchOf(item.also, question, true);
  if (isWork && item.also && !also) return null;
  const shown = matchOf(item.findable, question, isWork);
  const match = shown ?? also;
  if (!match) return null;
  const rank = latest.get(item.id) ?? 0;
  const bonus = rank === 0 ? 0 : RECENT_BONUS * (rank / latest.size);
  // What only its other words say stands behind; its letters are not on screen to be marked.
  const score = match.score + bonus - (shown ? 0 : 15);
  return { item, stretches: shown ? shown.stretches : [], score };
}

function keepBest(byGroup: Map<PaletteGroup, Scored[]>, scored: Scored, limit: number): void {
  const best = byGroup.get(scored.item.group);
  if (!best) {
    byGroup.set(scored.item.group, [scored]);
    return;
  }
  const last = best.at(-1);
  if (best.length === limit && last && last.score >= scored.score) return;
  const at = best.findIndex(({ score }) => score < scored.score);
  best.splice(at < 0 ? best.length : at, 0, scored);
  if (best.length > limit) best.pop();
}

function unasked(
  items: readonly PaletteItem[],
  scope: Scope | null,
  recent: readonly string[],
): readonly FoundGroup[] {
  if (scope) {
    const groups = PALETTE_GROUPS.filter((group) => SCOPE_GROUPS[scope].has(group));
    return groups.flatMap((group) => {
      const found = items.filter((item) => item.group === group).slice(0, SHOWN_IN_SCOPE);
      return found.length > 0 ? [{ group, found: shown(found) }] : [];
    });
  }
  const byId = new Map(items.map((item) => [item.id, item]));
  const lately = recent.flatMap((id) => byId.get(id) ?? []).slice(0, SHOWN);
  const held = new Set(lately);
  const rest = (['actions', 'screen', 'views'] as const).flatMap((group) => {
    const found = items.filter((item) => item.group === group && !held.has(item));
    return found.length > 0 ? [{ group, found: shown(found) }] : [];
  });
  return [
    ...(lately.length > 0 ? [{ group: 'recent' as const, found: shown(lately) }] : []),
    ...rest,
  ];
}

const shown = (items: readonly PaletteItem[]): readonly FoundItem[] =>
  items.map((item) => ({ item, stretches: [] }));
