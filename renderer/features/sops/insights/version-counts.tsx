import { t } from '../../../i18n/text.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';
import type { VersionInsight } from './read-insights.ts';
import { RunsLink } from './runs-link.tsx';

interface VersionCountsProps {
  readonly versions: readonly VersionInsight[];
  readonly onShow: (behind: Behind) => void;
}

/** How many runs each version has, and what became of them. */
export function VersionCounts({ versions, onShow }: VersionCountsProps) {
  return (
    <ul className={css['counts']}>
      {versions.map(({ version, figures }) => {
        const { finished, abandoned, openCount, migratedCount, takenOverCount } = figures;
        const number = version.number;
        const what = t('sopInsights.insights.what', {
          measure: t('sopInsights.insights.runs'),
          number,
        });
        const rest = [
          abandoned.length > 0 && t('sopInsights.insights.abandoned', { count: abandoned.length }),
          openCount > 0 && t('sopInsights.insights.open', { count: openCount }),
          migratedCount > 0 && t('sopInsights.insights.migrated', { count: migratedCount }),
          takenOverCount > 0 && t('sopInsights.insights.takenOver', { count: takenOverCount }),
        ].filter((each) => each !== false);
        return (
          <li key={version.id} className={css['countLine']}>
            <span className={css['version']}>{t('sopInsights.insights.version', { number })}</span>
            <RunsLink behind={{ what, runs: [...finished, ...abandoned] }} onShow={onShow}>
              {t('sopInsights.insights.count', { count: finished.length })}
            </RunsLink>
            <span className={css['faint']}>{rest.join(', ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
