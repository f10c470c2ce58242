import { Flag, Gauge, Milestone, Target, Users } from 'lucide-react';
import type { CascadeLevel } from '#shared/plan/cascade';
import { t } from '../../i18n/text.ts';
import css from './level-icon.module.css';

const ICONS = {
  goal: Flag,
  priority: Milestone,
  objective: Users,
  keyResult: Gauge,
  outcome: Target,
} as const;

/** Which level a line is of; read out by its name. */
export function LevelIcon({ level }: { readonly level: CascadeLevel }) {
  const Icon = ICONS[level];
  const label = t(`strategy.level.${level}`);
  return (
    <span role="img" aria-label={label} data-tooltip={label} className={css['icon']}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
