import type { ReactNode } from 'react';
import { t } from '../../../i18n/text.ts';
import type { Behind } from './insights-tab.tsx';
import css from './insights.module.css';

interface RunsLinkProps {
  readonly behind: Behind;
  readonly onShow: (behind: Behind) => void;
  readonly children: ReactNode;
}

/** A figure that opens the runs it is read from; plain where there are none. */
export function RunsLink({ behind, onShow, children }: RunsLinkProps) {
  if (behind.runs.length === 0) return <span className={css['faint']}>{children}</span>;
  return (
    <button
      type="button"
      className={css['link']}
      data-tooltip={t('sopInsights.insights.showRuns', { what: behind.what })}
      onClick={() => onShow(behind)}
    >
      {children}
    </button>
  );
}
