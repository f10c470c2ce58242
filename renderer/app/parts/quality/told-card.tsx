import '../../../i18n/view-words.ts';
import type { DayKey } from '#shared/day';
import type { QualityCheck } from '#shared/quality/quality-check';
import { whyReturned } from '#shared/quality/quality-check';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from './told.module.css';
import { useTold } from './use-told.ts';

interface ToldCardProps {
  readonly plan: Plan;
  readonly memberId: string;
  readonly day: DayKey;
  readonly nowMs: number;
}

/** What a manager returned of the work drawn at random, and why; how much of it was good. */
export function ToldCard({ plan, memberId, day, nowMs }: ToldCardProps) {
  const told = useTold(memberId, day, nowMs);
  if (!told || told.checks.length === 0) return null;
  const returned = told.checks.filter(({ verdict }) => verdict === 'returned');
  return (
    <Panel
      title={titleOf(plan, told.checks)}
      actions={
        <Button size="sm" variant="quiet" onClick={told.putAway}>
          {t('quality.told.read')}
        </Button>
      }
    >
      <p className={css['counts']}>
        {t('quality.told.counts', {
          accepted: told.checks.length - returned.length,
          returned: returned.length,
        })}
      </p>
      <ul className={css['list']}>
        {returned.map((check) => (
          <li key={check.id} className={css['line']}>
            <span className={css['title']}>{check.title}</span>
            <span className={css['why']}>{whyReturned(check)}</span>
            {check.quantity > 1 && (
              <span className={css['counts']}>
                {t('quality.told.errors', { count: check.errorCount, quantity: check.quantity })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function titleOf(plan: Plan, checks: readonly QualityCheck[]): string {
  const [byId, ...others] = new Set(checks.map(({ checkedById }) => checkedById));
  const name = plan.memberById.get(byId ?? '')?.name ?? '';
  return others.length > 0 || name === ''
    ? t('quality.told.titleSome')
    : t('quality.told.title', { name });
}
