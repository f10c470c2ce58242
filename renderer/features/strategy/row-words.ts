import type { CascadeNode } from '#shared/plan/cascade';
import { t } from '../../i18n/text.ts';
import { amountText } from './amounts.ts';
import type { RowFacts } from './tree-row.tsx';

/** The line below a name: figures of a key result, role and owner of an outcome, else the why. */
export function secondLine(node: CascadeNode, facts: RowFacts): string {
  const parts = partsOf(node, facts);
  return parts.filter(Boolean).join(' · ');
}

function partsOf(node: CascadeNode, facts: RowFacts): readonly string[] {
  const { plan } = facts;
  switch (node.level) {
    case 'outcome': {
      const { roleId, ownerId, isArchived } = node.item;
      return [
        plan.roleById.get(roleId)?.name ?? t('strategy.noRole'),
        plan.memberById.get(ownerId)?.name ?? t('strategy.unowned'),
        isArchived ? t('strategy.archived') : '',
      ];
    }
    case 'keyResult':
      return [figuresOf(node.item, facts), carriedWords(node), node.item.why];
    case 'objective':
      return [node.item.team, carriedWords(node), node.item.why];
    case 'priority':
    case 'goal':
      return [carriedWords(node), node.item.why];
  }
}

/** `94% now · from 90% to 98%`; of an ended quarter `94% at the end`. */
export function figuresOf(
  keyResult: Extract<CascadeNode, { level: 'keyResult' }>['item'],
  { plan, progress, isOver }: Pick<RowFacts, 'plan' | 'progress' | 'isOver'>,
): string {
  const currency = plan.workspace?.currency ?? 'USD';
  const say = (value: number): string => amountText(keyResult, value, currency);
  const value = progress.keyResults.get(keyResult.id)?.value ?? null;
  const told = isOver ? 'strategy.valueAtEnd' : 'strategy.valueNow';
  const now = value === null ? t('strategy.noValue') : t(told, { value: say(value) });
  const { start, target } = keyResult;
  if (target === null) return `${now} · ${t('strategy.noTarget')}`;
  const way =
    start === null
      ? t('strategy.toTarget', { target: say(target) })
      : t('strategy.fromTo', { start: say(start), target: say(target) });
  return `${now} · ${way}`;
}

const carriedWords = ({ item }: Exclude<CascadeNode, { level: 'outcome' }>): string =>
  item.carriedFromId === '' ? '' : t('strategy.carried');
