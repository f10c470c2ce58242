import { UsersRound } from 'lucide-react';
import { usePlan } from '../data/plan.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Menu } from '../ui/menu.tsx';
import css from './banners.module.css';
import { openWelcome } from './screen.ts';
import { seatItems } from './workspace-switcher.tsx';

/** What holds for every view: that this is a sample, that the disk is full. */
export function Banners() {
  const workspace = useSession((state) => state.workspace);
  const disk = useSession((state) => state.sync?.disk ?? 'ok');
  return (
    <>
      {workspace?.isSample === true && <SampleBanner />}
      {disk === 'low' && (
        <Callout tone="warn" title={t('app.disk.lowTitle')}>
          {t('app.disk.lowText')}
        </Callout>
      )}
      {disk === 'full' && (
        <Callout tone="bad" title={t('app.disk.fullTitle')}>
          {t('app.disk.fullText')}
        </Callout>
      )}
    </>
  );
}

function SampleBanner() {
  const { workspace, memberId } = useSession();
  const plan = usePlan();
  if (!workspace) return null;
  const name = plan?.memberById.get(memberId)?.name ?? '';
  return (
    <aside className={css['sample']} aria-label={t('app.sample.title')}>
      <Badge tone="warn">{t('app.sample.title')}</Badge>
      <span className={css['text']}>{t('app.sample.text')}</span>
      <Menu
        align="end"
        trigger={
          <Button size="sm" variant="quiet" icon={<UsersRound aria-hidden />}>
            {t('app.sample.lookAs', { name })}
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
