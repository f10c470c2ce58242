import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { switchReceiver } from '../../services/receiver.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

const SOON_MS = 45_000;

/** What is wrong with it, or not as it was, and what to do about it. */
export function ReceiverNotes({ status }: { readonly status: ReceiverStatus }) {
  const nowMs = useNow(QUARTER_MINUTE_MS);
  const { workspace, problem, nextTryAtMs, isOffline, formerPort } = status;
  if (problem !== null) {
    return (
      <Callout
        tone="bad"
        title={t(`receiver.problem.${problem}`)}
        action={
          <Button size="sm" onClick={() => void switchReceiver(workspace, true)}>
            {t('receiver.tryNow')}
          </Button>
        }
      >
        {[t(`receiver.problemText.${problem}`), tryText(nextTryAtMs, nowMs)].join(' ').trim()}
      </Callout>
    );
  }
  return (
    <>
      {isOffline && (
        <Callout tone="warn" title={t('receiver.offline')}>
          {t('receiver.offlineText')}
        </Callout>
      )}
      {formerPort !== null && (
        <Callout tone="warn" title={t('receiver.moved', { port: String(formerPort) })}>
          {t('receiver.movedText')}
        </Callout>
      )}
    </>
  );
}

function tryText(tryAtMs: number | null, nowMs: number): string {
  if (tryAtMs === null) return '';
  return tryAtMs - nowMs < SOON_MS
    ? t('receiver.nextTrySoon')
    : t('receiver.nextTry', { ago: formatAgo(tryAtMs, nowMs) });
}
