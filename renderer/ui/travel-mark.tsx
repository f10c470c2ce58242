import { Check, CheckCheck } from 'lucide-react';
import { Tooltip } from './tooltip.tsx';
import css from './travel-mark.module.css';

interface TravelMarkProps {
  /** How far something has come: kept here, on its way, arrived. */
  readonly reached: 'here' | 'sent' | 'arrived';
  /** Where that is, in words. */
  readonly label: string;
}

/** One tick, two ticks, two ticks in colour: read at a glance, said in words to those who ask. */
export function TravelMark({ reached, label }: TravelMarkProps) {
  const Icon = reached === 'here' ? Check : CheckCheck;
  return (
    <Tooltip label={label}>
      <span role="img" aria-label={label} className={css['mark']} data-reached={reached}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </span>
    </Tooltip>
  );
}
