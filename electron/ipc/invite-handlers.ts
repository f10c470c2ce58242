import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { InviteSummary, Reply } from '#shared/ipc';
import { ok } from '#shared/result';
import type { OutsideInvites } from '../outside-invites.ts';
import type { Engine } from '../sync/engine.ts';
import type { Handlers } from './answer-call.ts';
import {
  askForFiles,
  askForFolder,
  askWhereToSave,
  INVITE_FILES,
  PICTURE_FILES,
  readInviteFile,
} from './dialogs.ts';
import { safeFileName } from './safe-file-name.ts';
import { saveBytes } from './save-files.ts';

interface InviteHandlerNeeds {
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly outsideInvites: OutsideInvites;
}

type InviteCall =
  | 'chooseInvite'
  | 'readInviteBytes'
  | 'readInviteLink'
  | 'readInviteCode'
  | 'takeOpenedInvite'
  | 'joinWorkspace'
  | 'createInvite'
  | 'saveInvite'
  | 'shareInvite'
  | 'savePicture';

/** The calls about invites, on either end. */
export function inviteHandlers({
  window,
  engine,
  outsideInvites,
}: InviteHandlerNeeds): Pick<Handlers, InviteCall> {
  const readFile = async (file: string): Reply<InviteSummary> => {
    const invite = await readInviteFile(file);
    if (!invite.ok) return invite;
    return (await engine).readInvite(invite.value.bytes, invite.value.folder);
  };
  return {
    chooseInvite: async () => {
      const chosen = await askForFiles(window, 'openInvite', INVITE_FILES);
      return chosen.ok ? readFile(chosen.value[0]) : chosen;
    },
    readInviteBytes: async ({ bytes }) => (await engine).readInvite(bytes, null),
    readInviteLink: async ({ text }) => (await engine).readInviteLink(text),
    readInviteCode: async ({ code, from }) => {
      if (from.kind === 'receiver') return (await engine).readInviteCode(code, from);
      const folder = await askForFolder(window, 'chooseTeamFolder');
      if (!folder.ok) return folder;
      return (await engine).readInviteCode(code, { kind: 'folder', path: folder.value });
    },
    takeOpenedInvite: async () => {
      const opened = outsideInvites.take();
      if (opened === null) return ok(null);
      return opened.kind === 'file'
        ? readFile(path.resolve(opened.path))
        : (await engine).readInviteLink(opened.text);
    },
    joinWorkspace: async (input) => (await engine).joinWorkspace(input),
    createInvite: async (input) => (await engine).makeInvite(input),
    saveInvite: async ({ token, name }) => {
      const suggested = `${safeFileName(name) || 'Invite'}.outlog-invite`;
      const target = await askWhereToSave(window, 'saveInvite', suggested, INVITE_FILES);
      return target.ok ? (await engine).saveInvite(token, target.value) : target;
    },
    shareInvite: async ({ token }) => (await engine).shareInvite(token),
    savePicture: async ({ name, png }) => {
      const suggested = `${safeFileName(name) || 'picture'}.png`;
      const target = await askWhereToSave(window, 'savePicture', suggested, PICTURE_FILES);
      return target.ok ? saveBytes(target.value, png) : target;
    },
  };
}
