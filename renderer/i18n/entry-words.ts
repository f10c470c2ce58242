import type { Block, Deliverable } from '#shared/deliverables/deliverable';
import { singularOf } from '#shared/deliverables/word-match';
import { formatDuration, formatQuantity } from './format.ts';
import { t } from './text.ts';

/** `12 listings`, `1 listing`. A unit is stored in the plural; of several words the last is counted. */
export function quantityText(quantity: number, unit: string): string {
  return `${formatQuantity(quantity)} ${quantity === 1 ? singularUnit(unit) : unit}`;
}

/** `no errors`, `1 error`. */
export const errorsText = (count: number): string =>
  count === 0 ? t('log.noErrors') : t('log.errors', { count });

/** What one piece of work is called: its title, else its note, else how much of what. */
export function workTitle(
  work: Pick<Deliverable, 'title' | 'note' | 'quantity'>,
  unit: string,
): string {
  return work.title || firstLine(work.note) || quantityText(work.quantity, unit);
}

/** `Waiting on client for 2 h 15 min`; on a member by name where one was named. */
export const waitText = (block: Block, nowMs: number, name?: string): string =>
  t('log.waits', {
    who: name ?? t(`log.blockedOn.${block.on}`),
    length: formatDuration(Math.max(0, nowMs - block.fromMs)),
  });

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

export function singularUnit(unit: string): string {
  const words = unit.split(' ');
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), singularOf(last)].join(' ');
}
