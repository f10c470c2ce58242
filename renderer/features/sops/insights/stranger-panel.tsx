import type { Strangers } from '#shared/metrics/sop-strangers';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Counted } from './counted.tsx';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';
import { RunsLink } from './runs-link.tsx';

interface StrangerPanelProps {
  readonly plan: Plan;
  readonly strangers: Strangers;
  readonly onShow: (behind: Behind) => void;
}

/** Whether anybody but one person is known to be able to follow it. Names in the order of the alphabet, never of how much. */
export function StrangerPanel({ plan, strangers, onShow }: StrangerPanelProps) {
  const { test, finishedBy } = strangers;
  const names = [...finishedBy.keys()]
    .map((id) => plan.memberById.get(id)?.name ?? id)
    .toSorted((a, b) => a.localeCompare(b));
  const runs = [...finishedBy.values()].flat();
  const count = test === 'onePerson' ? runs.length : names.length;
  return (
    <Panel title={t('sopInsights.insights.stranger')}>
      <p className={css['sentence']} data-warns={test === 'passed' ? undefined : true}>
        {t(`sopInsights.insights.strangerText.${test}`, {
          count,
          name: names[0] ?? '',
          names: names.join(', '),
        })}{' '}
        {runs.length > 0 && (
          <RunsLink behind={{ what: t('sopInsights.insights.stranger'), runs }} onShow={onShow}>
            {t('sopInsights.insights.showAllRuns')}
          </RunsLink>
        )}
      </p>
      <Counted of={['stranger']} />
    </Panel>
  );
}
