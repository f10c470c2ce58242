import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';

/** How many suggestions wait for a decision; nothing where none does. */
export function WaitingBadge({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <Badge tone="accent">{t('sopInsights.attention.waiting', { count })}</Badge>;
}
