import { UsersRound } from 'lucide-react';
import { usePlan } from '../data/plan.ts';
import { t } from '../i18n/text.ts';
import { useSessionOf } from '../state/session.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import css from './sample-note.module.css';
import { openWelcome } from '../state/screen.ts';
import { seatItems } from './workspace-switcher.tsx';

/** Marks the sample as one, beside its name and in every view, and offers its other seats. */
export function SampleNote({ isNarrow }: { readonly isNarrow: boolean }) {
  const { workspace, memberId } = useSessionOf('workspace', 'memberId');
  const plan = usePlan();
  if (workspace?.isSample !== true) return null;
  if (isNarrow) {
    return (
      <aside
        className={css['narrow']}
        aria-label={t('app.sample.title')}
        data-tooltip={`${t('app.sample.title')} ${t('app.sample.text')}`}
      >
        <Badge tone="warn">{t('app.sample.short')}</Badge>
      </aside>
    );
  }
  return (
    <aside className={css['note']} aria-label={t('app.sample.title')}>
      <p className={css['words']}>
        <strong>{t('app.sample.title')}</strong> {t('app.sample.text')}
      </p>
      <Menu
        trigger={
          <Button size="sm" icon={<UsersRound aria-hidden />}>
            {t('app.sample.lookAs')}
          </Button>
        }
        items={seatItems(workspace, memberId, plan).slice(0, -1)}
      />
      <Button size="sm" variant="quiet" onClick={openWelcome}>
        {t('app.sample.leave')}
      </Button>
    </aside>
  );
}
