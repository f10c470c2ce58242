import { MessageSquareText } from 'lucide-react';
import { t } from '../../../i18n/text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';

/** How many suggestions wait for a decision; nothing where none does. */
export function WaitingBadge({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const label = t('sopInsights.attention.waiting', { count });
  return (
    <span data-tooltip={label}>
      <Badge tone="accent" icon={<MessageSquareText aria-hidden />}>
        <span aria-hidden>{count}</span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </Badge>
    </span>
  );
}
