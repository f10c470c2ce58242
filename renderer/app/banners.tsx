import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { Callout } from '../ui/callout.tsx';

/** What holds for every view and asks for something: that the disk is full, or will be soon. */
export function Banners() {
  const disk = useSession((state) => state.sync?.disk ?? 'ok');
  if (disk === 'ok') return null;
  return disk === 'low' ? (
    <Callout tone="warn" title={t('app.disk.lowTitle')}>
      {t('app.disk.lowText')}
    </Callout>
  ) : (
    <Callout tone="bad" title={t('app.disk.fullTitle')}>
      {t('app.disk.fullText')}
    </Callout>
  );
}
