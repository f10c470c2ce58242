import { ipcMain } from 'electron';
import { type CallName, parsers } from '#shared/ipc-parsers';
import type { Log } from '../log.ts';
import { type Handlers, answerCall } from './answer-call.ts';

const isCallName = (name: string): name is CallName => Object.hasOwn(parsers, name);

/**
 * Opens every call of the contract to a page, each on the channel of its own name. `channels` are those of
 * one window; what is registered there is asked before what all pages share.
 */
export function registerCalls(
  handlers: Partial<Handlers>,
  log: Log,
  channels: Pick<Electron.IpcMain, 'handle'> = ipcMain,
): void {
  for (const name of Object.keys(parsers).filter(isCallName)) {
    channels.handle(name, (event, ...args: unknown[]) =>
      answerCall(name, handlers, log, event.senderFrame, args),
    );
  }
}
