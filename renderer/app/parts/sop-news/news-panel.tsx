import { useState } from 'react';
import type { DayKey } from '#shared/day';
import type { SopNews } from '#shared/sops/news';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { planWords } from '../sop-words/plan-words.ts';
import { NewsDialog } from './news-dialog.tsx';
import { readAllNews } from './read-news.ts';
import css from './sop-news.module.css';

interface NewsPanelProps {
  readonly plan: Plan;
  readonly memberId: string;
  /** The member's own day. */
  readonly day: DayKey;
}

/** Procedures that have a version which the member has neither run nor read; nothing where there is none. */
export function NewsPanel({ plan, memberId, day }: NewsPanelProps) {
  const sopIds = plan.sops
    .filter(({ isArchived, publishedVersion }) => !isArchived && publishedVersion > 1)
    .map(({ id }) => id);
  const all = useLive(
    async () => await readAllNews(sopIds, memberId, day),
    [sopIds.join(' '), memberId, day],
  );
  const [open, setOpen] = useState<SopNews | null>(null);
  if (!all || all.length === 0) return null;
  return (
    <Panel title={t('sopVersions.news.panel')}>
      <ul>
        {all.map((news) => (
          <li key={news.to.id} className={css['line']}>
            <span className={css['what']}>
              <span className={css['title']}>{titleOf(plan, news)}</span>
              <span className={css['hint']}>{news.to.changeNote}</span>
            </span>
            <span className={css['hint']}>
              {t('sopVersions.news.newVersion', { number: news.to.number })}
            </span>
            <Button
              size="sm"
              aria-label={t('sopVersions.news.readLabel', { title: titleOf(plan, news) })}
              onClick={() => setOpen(news)}
            >
              {t('sopVersions.news.read')}
            </Button>
          </li>
        ))}
      </ul>
      {open && <NewsDialog plan={plan} news={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

const titleOf = (plan: Plan, { to }: SopNews): string => planWords(plan, to.sopId).title(to);
