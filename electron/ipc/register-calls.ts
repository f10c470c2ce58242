import { ipcMain } from 'electron';
import { type CallName, parsers } from '#shared/ipc-parsers';
import type { Log } from '../log.ts';
import { type Handlers, answerCall } from './answer-call.ts';

const isCallName = (name: string): name is CallName => Object.hasOwn(parsers, name);

/** Opens every call of the contract to the page, each on the channel of its own name. */
export function registerCalls(handlers: Handlers, log: Log): void {
  for (const name of Object.keys(parsers).filter(isCallName)) {
    ipcMain.handle(name, (event, ...args: unknown[]) =>
      answerCall(name, handlers, log, event.senderFrame, args),
    );
  }
}
