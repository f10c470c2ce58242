import type { Plan } from '../../data/plan.ts';
import type { DueSampleNow } from '../../data/quality/due-samples.ts';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rangeText } from './quality-words.ts';
import css from './quality.module.css';

interface DuePanelProps {
  readonly plan: Plan;
  readonly due: readonly DueSampleNow[];
  readonly onDraw: (due: DueSampleNow) => void;
}

/** Samples that measures ask for, each drawn from here. */
export function DuePanel({ plan, due, onDraw }: DuePanelProps) {
  return (
    <Panel title={t('quality.due.title')} note={t('quality.due.note')}>
      <ul className={css['due']}>
        {due.map((each) => {
          const name = plan.outcomeById.get(each.outcomeId)?.name ?? '';
          return (
            <li key={each.outcomeId} className={css['dueLine']}>
              <span className={css['strong']}>{name}</span>
              <span className={css['muted']}>
                {t('quality.due.line', {
                  share: formatRatio(each.shareRatio),
                  range: rangeText(each.range),
                  count: each.populationCount,
                })}
              </span>
              <Button
                size="sm"
                aria-label={t('quality.due.drawFor', { outcome: name })}
                onClick={() => onDraw(each)}
              >
                {t('quality.due.draw')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
