import { useState } from 'react';
import type { InviteSummary, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../../../bridge.ts';
import type { FailureWords } from '../../../i18n/failures.ts';
import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import type { OpenedInvite } from '../../../state/screen.ts';
import { enter } from '../enter.ts';
import { readQrPicture } from './read-picture.ts';

type Read = () => Promise<Result<InviteSummary, IpcFailure>>;

/** Joining, step by step: an invite is read, somebody says yes, and a folder is asked for where it is missing. */
export function useJoin(opened: OpenedInvite) {
  const [invite, setInvite] = useState<InviteSummary | null>(opened?.ok ? opened.value : null);
  const [joined, setJoined] = useState<WorkspaceEntry | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<FailureWords | null>(
    opened?.ok === false ? failureText(opened.error) : null,
  );

  /** One thing at a time; what a person called off is no failure. */
  const run = async <T>(act: () => Promise<Result<T, IpcFailure>>): Promise<T | null> => {
    if (isBusy) return null;
    setIsBusy(true);
    setFailure(null);
    const done = await act();
    setIsBusy(false);
    if (done.ok) return done.value;
    if (done.error.code !== 'cancelled') setFailure(failureText(done.error));
    return null;
  };

  const read = async (act: Read): Promise<void> => {
    const summary = await run(act);
    if (summary) setInvite(summary);
  };

  const readPicture = async (picture: Blob): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const text = await readQrPicture(picture);
    setIsBusy(false);
    if (text === null) setFailure(NO_CODE());
    else await read(() => bridge.readInviteLink({ text }));
  };

  const open = async (entry: WorkspaceEntry): Promise<void> => {
    await run(() => enter(entry));
  };

  const join = async ({ token, target, isHere }: InviteSummary, timeZone: string) => {
    const entry = await run(() => bridge.joinWorkspace({ token, timeZone }));
    if (!entry) return;
    if (target === null && !isHere) setJoined(entry);
    else await open(entry);
  };

  const chooseFolder = async (entry: WorkspaceEntry): Promise<void> => {
    const status = await run(() => bridge.chooseFolder({ workspace: entry.id }));
    if (status) await open(entry);
  };

  return {
    invite,
    joined,
    isBusy,
    failure,
    read,
    readPicture,
    join,
    chooseFolder,
    open,
    forget: () => {
      setInvite(null);
      setFailure(null);
    },
  };
}

export type Join = ReturnType<typeof useJoin>;

const NO_CODE = (): FailureWords => ({
  title: t('welcome.join.noCode'),
  text: t('welcome.join.noCodeText'),
});
