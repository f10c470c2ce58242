import type { InviteSummary } from '#shared/ipc';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import css from '../form.module.css';
import { ZoneField } from '../zone-field.tsx';
import type { Join } from './use-join.ts';

interface InvitationProps {
  readonly invite: InviteSummary;
  readonly timeZone: string;
  readonly onZone: (zone: string) => void;
  readonly join: Join;
}

/** What the invite says, before anything is done with it. */
export function Invitation({ invite, timeZone, onZone, join }: InvitationProps) {
  const { managerName, memberName, workspaceName, seat, isHere } = invite;
  const facts = [
    { label: t('welcome.join.fact.team'), value: workspaceName },
    { label: t('welcome.join.fact.manager'), value: managerName },
    {
      label: t('welcome.join.fact.you'),
      value: t('welcome.join.youAs', { member: memberName, seat: t(`app.seat.${seat}`) }),
    },
    { label: t('welcome.join.fact.target'), value: targetWords(invite) },
  ];
  return (
    <>
      <p className={css['invites']}>
        {isHere
          ? t('welcome.join.here', { member: memberName, workspace: workspaceName })
          : t('welcome.join.invites', {
              manager: managerName,
              member: memberName,
              workspace: workspaceName,
            })}
      </p>
      <dl className={css['facts']}>
        {facts.map(({ label, value }) => (
          <div key={label} className={css['fact']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!isHere && <ZoneField value={timeZone} onChange={onZone} />}
      <div className={css['actions']}>
        <Button
          variant="primary"
          autoFocus
          isBusy={join.isBusy}
          onClick={() => void join.join(invite, timeZone)}
        >
          {isHere ? t('welcome.join.useIt') : t('welcome.join.act', { member: memberName })}
        </Button>
        <Button variant="quiet" onClick={join.forget}>
          {t('welcome.join.other')}
        </Button>
      </div>
    </>
  );
}

function targetWords({ target, folderHint, isEncrypted, isHere }: InviteSummary): string {
  if (target === null) {
    if (isHere) return t('welcome.join.target.same');
    return folderHint === ''
      ? t('welcome.join.target.ask')
      : t('welcome.join.target.askNamed', { folder: folderHint });
  }
  if (target.kind === 'endpoint') return t('welcome.join.target.receiver', { host: target.label });
  return isEncrypted
    ? t('welcome.join.target.lockedFolder', { folder: target.label })
    : t('welcome.join.target.folder', { folder: target.label });
}
