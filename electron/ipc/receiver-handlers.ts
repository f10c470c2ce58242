import type { BrowserWindow } from 'electron';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { Reply } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import type { Receivers } from '../receiver-host/receivers.ts';
import type { Engine } from '../sync/engine.ts';
import type { Handlers } from './answer-call.ts';
import { askForFiles, CERTIFICATE_FILES, KEY_FILES } from './dialogs.ts';

interface ReceiverHandlerNeeds {
  readonly window: BrowserWindow;
  readonly engine: Promise<Engine>;
  readonly receivers: Receivers;
}

type ReceiverCall =
  | 'receiverStatus'
  | 'switchReceiver'
  | 'claimReceiver'
  | 'chooseCertificate'
  | 'dropCertificate';

/** The calls about receivers, most of them the one on this computer. Only a manager's device has one, and no sample does. */
export function receiverHandlers({
  window,
  engine,
  receivers,
}: ReceiverHandlerNeeds): Pick<Handlers, ReceiverCall> {
  const mayReceive = async (workspace: string): Promise<boolean> => {
    const entry = (await engine).workspaces().find(({ id }) => id === workspace);
    return entry !== undefined && !entry.isSample && entry.seats.some(isManager);
  };
  const change = async (
    workspace: string,
    act: () => Promise<ReceiverStatus>,
  ): Reply<ReceiverStatus> => {
    if (!(await mayReceive(workspace))) return fail('not-allowed', 'never');
    try {
      return ok(await act());
    } catch {
      return fail('disk-failed', 'later');
    }
  };
  return {
    receiverStatus: ({ workspace }) =>
      change(workspace, async () => (await receivers.hosts()).status(workspace)),
    switchReceiver: ({ workspace, isOn }) =>
      change(workspace, async () => (await receivers.hosts()).switchTo(workspace, isOn)),
    claimReceiver: async (input) => (await engine).claimReceiver(input),
    dropCertificate: ({ workspace }) =>
      change(workspace, async () => (await receivers.hosts()).useCertificate(workspace, null)),
    chooseCertificate: async ({ workspace }) => {
      if (!(await mayReceive(workspace))) return fail('not-allowed', 'never');
      const certificate = await askForFiles(window, 'chooseCertificate', CERTIFICATE_FILES);
      if (!certificate.ok) return certificate;
      const key = await askForFiles(window, 'choosePrivateKey', KEY_FILES);
      if (!key.ok) return key;
      const chosen = { certificateFile: certificate.value[0], keyFile: key.value[0] };
      const { readCertificate } = await import('../receiver-host/given-certificate.ts');
      if ((await readCertificate(chosen)) === null) return fail('certificate-wrong', 'after-fix');
      return await change(workspace, async () =>
        (await receivers.hosts()).useCertificate(workspace, chosen),
      );
    },
  };
}

const isManager = ({ seat }: { readonly seat: 'manager' | 'assistant' }): boolean =>
  seat === 'manager';
