import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { continueCatchUp } from '../services/catch-up.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { UnfinishedImport } from './parts/unfinished-import.tsx';

/** What holds for every view and asks for something. */
export function Banners() {
  return (
    <>
      <MergeFailure />
      <DiskSpace />
      <UnfinishedImport />
    </>
  );
}

function MergeFailure() {
  const failure = useSession((state) => state.failure);
  if (!failure) return null;
  const { title, text } = failureText(failure);
  const retry = (
    <Button size="sm" onClick={() => void continueCatchUp()}>
      {t('app.merge.retry')}
    </Button>
  );
  return (
    <Callout tone="bad" title={title} action={retry}>
      {text}
    </Callout>
  );
}

function DiskSpace() {
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
