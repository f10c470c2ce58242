import { Check, Circle, CircleSlash, HelpCircle, Undo2 } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import css from './review.module.css';
import type { DrawnState } from './use-review.ts';

const ICONS = {
  open: Circle,
  accepted: Check,
  returned: Undo2,
  skipped: HelpCircle,
  missing: CircleSlash,
} as const;

/** What became of a drawn deliverable: the word says it, the mark helps. */
export function VerdictMark({ state }: { readonly state: DrawnState }) {
  const Icon = ICONS[state];
  return (
    <span className={css['verdict']} data-state={state}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {t(`quality.review.${state}`)}
    </span>
  );
}
