import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { ChosenCertificate } from './host-config.ts';
import { type HostNeeds, HostedReceiver } from './hosted-receiver.ts';

/** The receivers of this computer, one a workspace. */
export class ReceiverHosts {
  #needs: HostNeeds;
  #directory: string;
  #hosts = new Map<string, HostedReceiver>();

  /** @param directory `receivers/` in the app's data: a directory a workspace */
  constructor(needs: HostNeeds, directory: string) {
    this.#needs = needs;
    this.#directory = directory;
  }

  /** Starts those that were on when the app closed. */
  async resume(workspaces: readonly string[]): Promise<void> {
    const kept = new Set(await readdir(this.#directory).catch(() => []));
    const on = workspaces.filter((id) => kept.has(id)).map((id) => this.#host(id));
    await Promise.all(on.filter(({ isOn }) => isOn).map((host) => host.restart()));
  }

  status(workspace: string): ReceiverStatus {
    return this.#host(workspace).status();
  }

  address(workspace: string): EndpointAddress | null {
    return this.#hosts.get(workspace)?.address() ?? null;
  }

  async switchTo(workspace: string, isOn: boolean): Promise<ReceiverStatus> {
    const host = this.#host(workspace);
    await (isOn ? host.switchOn() : host.switchOff());
    return host.status();
  }

  async useCertificate(
    workspace: string,
    certificate: ChosenCertificate | null,
  ): Promise<ReceiverStatus> {
    const host = this.#host(workspace);
    await host.useCertificate(certificate);
    return host.status();
  }

  async noteFolder(workspace: string, folder: string | null, isEncrypted: boolean): Promise<void> {
    await this.#hosts.get(workspace)?.noteFolder(folder, isEncrypted);
  }

  /** Ends a workspace's receiver and takes away what it kept. */
  async remove(workspace: string): Promise<void> {
    await this.#hosts.get(workspace)?.stop();
    this.#hosts.delete(workspace);
    await rm(path.join(this.#directory, workspace), { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hosts.values()].map((host) => host.stop()));
  }

  #host(workspace: string): HostedReceiver {
    const known = this.#hosts.get(workspace);
    if (known) return known;
    const host = new HostedReceiver(this.#needs, path.join(this.#directory, workspace), workspace);
    this.#hosts.set(workspace, host);
    return host;
  }
}
