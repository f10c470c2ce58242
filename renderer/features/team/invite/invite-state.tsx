import type { MadeInvite } from '#shared/ipc';
import { t } from '../../../i18n/text.ts';
import { useSession } from '../../../state/session.ts';
import { Callout } from '../../../ui/callout.tsx';
import css from './invite.module.css';
import { untilWords } from './invite-forms.ts';

interface InviteStateProps {
  readonly made: MadeInvite | null;
  readonly name: string;
}

/** What stands between the invite and its use: nowhere to send to, or a plan that has not gone out. */
export function InviteState({ made, name }: InviteStateProps) {
  const sync = useSession((session) => session.sync);
  const hasTarget = sync !== null && sync.target !== null;
  if (sync !== null && !hasTarget && made?.target?.kind !== 'endpoint') {
    return (
      <Callout tone="warn" title={t('team.invite.noTarget')}>
        {t('team.invite.noTargetText', { name })}
      </Callout>
    );
  }
  if (!made) return null;
  if (hasTarget && sync.waiting !== 'none') {
    return (
      <Callout tone="warn" title={t('team.invite.unsent')}>
        {t('team.invite.unsentText', { name })}
      </Callout>
    );
  }
  return (
    <p className={css['secret']}>
      {t('team.invite.secret', { name, until: untilWords(made.expiresAtMs) })}
    </p>
  );
}
