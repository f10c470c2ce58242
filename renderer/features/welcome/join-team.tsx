import { useState } from 'react';
import type { InviteSummary, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../../bridge.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { enter } from './enter.ts';
import css from './form.module.css';
import { ZoneField } from './zone-field.tsx';
import { ownZone } from '../../app/parts/zones.ts';

/** Choose the invite, see who invites whom to what, join; then the folder, where it was not found. */
export function JoinTeam() {
  const [invite, setInvite] = useState<InviteSummary | null>(null);
  const [joined, setJoined] = useState<WorkspaceEntry | null>(null);
  const [timeZone, setTimeZone] = useState(ownZone);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);

  /** One thing at a time; what a person called off is no failure. */
  const run = async <T,>(
    act: () => Promise<Result<T, IpcFailure>>,
    onDone: (value: T) => void,
  ): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    const done = await act();
    setIsBusy(false);
    if (done.ok) onDone(done.value);
    else if (done.error.code !== 'cancelled') setFailure(done.error);
  };

  const readFile = (file: File | undefined) => {
    if (!file) return;
    void run(
      async () => await bridge.readInviteBytes({ bytes: new Uint8Array(await file.arrayBuffer()) }),
      setInvite,
    );
  };
  const join = ({ token, hasFolder }: InviteSummary) =>
    void run(
      () => bridge.joinWorkspace({ token, timeZone }),
      (entry) => {
        if (hasFolder)
          void run(
            () => enter(entry),
            () => undefined,
          );
        else setJoined(entry);
      },
    );

  return (
    <div className={css['form']}>
      {joined ? (
        <ChooseFolder
          entry={joined}
          isBusy={isBusy}
          onChoose={() =>
            void run(
              () => bridge.chooseFolder({ workspace: joined.id }),
              () =>
                void run(
                  () => enter(joined),
                  () => undefined,
                ),
            )
          }
          onLater={() =>
            void run(
              () => enter(joined),
              () => undefined,
            )
          }
        />
      ) : invite ? (
        <Invitation
          invite={invite}
          timeZone={timeZone}
          isBusy={isBusy}
          onZone={setTimeZone}
          onJoin={() => join(invite)}
          onOther={() => setInvite(null)}
        />
      ) : (
        <FileDrop
          label={t('welcome.join.drop')}
          hint={t('welcome.join.hint')}
          chooseLabel={t('welcome.join.choose')}
          isBusy={isBusy}
          onFiles={([file]) => readFile(file)}
          onChoose={() => void run(() => bridge.chooseInvite(), setInvite)}
        />
      )}
      {failure && (
        <Callout tone="bad" title={failureText(failure).title}>
          {failureText(failure).text}
        </Callout>
      )}
    </div>
  );
}

interface InvitationProps {
  readonly invite: InviteSummary;
  readonly timeZone: string;
  readonly isBusy: boolean;
  readonly onZone: (zone: string) => void;
  readonly onJoin: () => void;
  readonly onOther: () => void;
}

function Invitation({ invite, timeZone, isBusy, onZone, onJoin, onOther }: InvitationProps) {
  const { managerName, memberName, workspaceName, hasFolder } = invite;
  return (
    <>
      <p className={css['invites']}>
        {t('welcome.join.invites', {
          manager: managerName,
          member: memberName,
          workspace: workspaceName,
        })}
      </p>
      <p className={css['note']}>
        {hasFolder ? t('welcome.join.folderFound') : t('welcome.join.folderMissing')}
      </p>
      <ZoneField value={timeZone} onChange={onZone} />
      <div className={css['actions']}>
        <Button variant="primary" isBusy={isBusy} onClick={onJoin}>
          {t('welcome.join.act', { member: memberName })}
        </Button>
        <Button variant="quiet" onClick={onOther}>
          {t('welcome.join.other')}
        </Button>
      </div>
    </>
  );
}

interface ChooseFolderProps {
  readonly entry: WorkspaceEntry;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
  readonly onLater: () => void;
}

function ChooseFolder({ entry, isBusy, onChoose, onLater }: ChooseFolderProps) {
  return (
    <>
      <p className={css['invites']}>{t('welcome.join.folderTitle', { workspace: entry.name })}</p>
      <p className={css['note']}>{t('welcome.join.folderText')}</p>
      <div className={css['actions']}>
        <Button variant="primary" isBusy={isBusy} onClick={onChoose}>
          {t('welcome.join.chooseFolder')}
        </Button>
        <Button variant="quiet" isDisabled={isBusy} onClick={onLater}>
          {t('welcome.join.later')}
        </Button>
      </div>
    </>
  );
}
