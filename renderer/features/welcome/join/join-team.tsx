import { useState } from 'react';
import type { OpenedInvite } from '../../../state/screen.ts';
import { RestoreButton } from '../../../app/parts/workspace-file/restore-button.tsx';
import { t } from '../../../i18n/text.ts';
import { Callout } from '../../../ui/callout.tsx';
import { ownZone } from '../../../app/parts/zones.ts';
import css from '../form.module.css';
import { enter } from '../enter.ts';
import { ChooseFolder } from './choose-folder.tsx';
import { Invitation } from './invitation.tsx';
import { InviteWays } from './invite-ways.tsx';
import { useJoin } from './use-join.ts';

/** Give the invite in whatever form it came, see who invites whom to what, join. */
export function JoinTeam({ opened }: { readonly opened: OpenedInvite }) {
  const join = useJoin(opened);
  const [timeZone, setTimeZone] = useState(ownZone);
  const { invite, joined, failure } = join;
  return (
    <div className={css['form']}>
      {joined ? (
        <ChooseFolder entry={joined} join={join} />
      ) : invite ? (
        <Invitation invite={invite} timeZone={timeZone} onZone={setTimeZone} join={join} />
      ) : (
        <>
          <InviteWays join={join} />
          <RestoreButton onRestored={(entry) => void enter(entry)}>
            {(choose) => (
              <button type="button" className={css['inline']} onClick={choose}>
                {t('welcome.join.restore')}
              </button>
            )}
          </RestoreButton>
        </>
      )}
      {failure && (
        <Callout tone="bad" title={failure.title}>
          {failure.text}
        </Callout>
      )}
    </div>
  );
}
