import type { ReactNode } from 'react';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import { CopyTextButton } from '../../app/parts/copy-text-button.tsx';
import { usePlan } from '../../data/plan.ts';
import { formatAgo, formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { chooseCertificate, dropCertificate } from '../../services/receiver.ts';
import { go } from '../../state/route.ts';
import { QUARTER_MINUTE_MS, useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import css from './receiver.module.css';

/** Where the receiver answers, how it is known, and who came by. */
export function ReceiverFacts({ status }: { readonly status: ReceiverStatus }) {
  const { workspace, certificateName, fingerprint, isAnnounced, connectionCount } = status;
  // What only this computer reaches is no address to give away.
  const [url, ...others] = status.isOffline ? [] : status.urls;
  return (
    <div className={css['facts']}>
      <dl className={css['list']}>
        {url !== undefined && (
          <Fact
            name={t('receiver.address')}
            action={<CopyTextButton size="sm" label={t('receiver.copyAddress')} text={url} />}
          >
            <span className={css['code']}>{url}</span>
            {others.length > 0 && (
              <span className={css['aside']}>
                {t('receiver.otherAddresses', { addresses: others.join(', ') })}
              </span>
            )}
          </Fact>
        )}
        {url !== undefined && (
          <Fact
            name={t('receiver.invite')}
            action={
              <Button size="sm" onClick={() => go('team')}>
                {t('receiver.inviteSomebody')}
              </Button>
            }
          >
            {t('receiver.inviteText')}
          </Fact>
        )}
        <Fact
          name={t('receiver.certificate')}
          action={
            <>
              {certificateName !== null && (
                <Button size="sm" variant="quiet" onClick={() => void dropCertificate(workspace)}>
                  {t('receiver.dropCertificate')}
                </Button>
              )}
              <Button size="sm" onClick={() => void chooseCertificate(workspace)}>
                {t('receiver.chooseCertificate')}
              </Button>
            </>
          }
        >
          {certificateText(certificateName, fingerprint)}
        </Fact>
        {url !== undefined && (
          <Fact name={t('receiver.nearby')}>
            {t(isAnnounced ? 'receiver.nearbyOn' : 'receiver.nearbyOff')}
          </Fact>
        )}
        {status.phase === 'on' && (
          <Fact name={t('receiver.connected')}>
            {connectionCount === 0
              ? t('receiver.noConnections')
              : t('receiver.connections', { count: connectionCount })}
          </Fact>
        )}
        <Fact name={t('receiver.last')}>
          <LastFrom last={status.lastFrom} />
        </Fact>
      </dl>
      {url !== undefined && (
        <div className={css['qr']}>
          <QrCode text={url} label={t('receiver.qr', { url })} />
        </div>
      )}
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ name, action, children }: FactProps) {
  return (
    <div className={css['fact']}>
      <dt>{name}</dt>
      <dd className={css['value']}>{children}</dd>
      {action !== undefined && <dd className={css['action']}>{action}</dd>}
    </div>
  );
}

function LastFrom({ last }: { readonly last: ReceiverStatus['lastFrom'] }) {
  const plan = usePlan();
  const nowMs = useNow(QUARTER_MINUTE_MS);
  if (last === null) return t('receiver.lastNever');
  const name = plan?.memberById.get(last.memberId)?.name ?? t('receiver.somebody');
  return (
    <span title={formatDateTime(last.atMs)}>
      {t('receiver.lastFrom', { name, ago: formatAgo(last.atMs, nowMs) })}
    </span>
  );
}

/** Enough of it to tell two apart by eye: `3F2A 91BC 04D7 88E1`. Known only while the receiver is on. */
function certificateText(name: string | null, fingerprint: string | null): string {
  if (fingerprint === null) return name ?? t('receiver.certificateUnseen');
  const print = fingerprint
    .slice(0, 16)
    .toUpperCase()
    .replace(/.{4}(?=.)/g, '$& ');
  return name === null
    ? t('receiver.certificateOwn', { print })
    : t('receiver.certificateGiven', { name, print });
}
