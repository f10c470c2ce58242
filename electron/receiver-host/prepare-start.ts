import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ReceiverProblem } from '#shared/endpoint/receiver-status';
import type { Engine } from '../sync/engine.ts';
import { readCertificate } from './given-certificate.ts';
import type { HostConfig } from './host-config.ts';
import { portsToTry } from './ports.ts';
import type { WorkerStart } from './worker-messages.ts';

export interface PreparedStart {
  readonly start: WorkerStart;
  /** Names that the certificate gives the receiver. */
  readonly hosts: readonly string[];
  /** Clients have to know the certificate, for nobody vouches for it. */
  readonly isPinned: boolean;
}

interface StartNeeds {
  readonly engine: Pick<Engine, 'prepareReceiver'>;
  readonly listenHost: string;
}

interface HostPlace {
  readonly directory: string;
  /** Becomes the workspace's folder where it has none. */
  readonly made: string;
  readonly config: HostConfig;
}

/** What a receiver's thread is to be given, or why it cannot be started. */
export async function prepareStart(
  { engine, listenHost }: StartNeeds,
  workspace: string,
  { directory, made, config }: HostPlace,
): Promise<PreparedStart | ReceiverProblem> {
  const certificate = config.certificate && (await readCertificate(config.certificate));
  if (config.certificate && !certificate) return 'certificate';
  try {
    await mkdir(made, { recursive: true });
    const prepared = await engine.prepareReceiver(workspace, made);
    if (!prepared.ok) {
      return prepared.error.code.startsWith('folder-') ? 'folder-unreachable' : 'disk-failed';
    }
    const { folder, served, isEncrypted } = prepared.value;
    if (isEncrypted) return 'folder-encrypted';
    return {
      start: {
        folder,
        ownDirectory: path.join(directory, 'own'),
        served,
        host: listenHost,
        ports: portsToTry(config.port),
        certificate: certificate && { cert: certificate.cert, key: certificate.key },
      },
      hosts: certificate?.hosts ?? [],
      isPinned: certificate === null || certificate.isSelfSigned,
    };
  } catch {
    return 'disk-failed';
  }
}
