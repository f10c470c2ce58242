import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, SyncStatus } from '#shared/ipc';
import { EVENT_CHANNELS, type MenuCommand } from '#shared/ipc-events';

type Channel = (typeof EVENT_CHANNELS)[keyof typeof EVENT_CHANNELS];

/** Hands on the value alone: an event object would carry the sender, and with it the raw channel. */
function subscribe<T>(channel: Channel, listen: (value: T) => void): () => void {
  const receive = (_event: unknown, value: T): void => listen(value);
  ipcRenderer.on(channel, receive);
  return () => {
    ipcRenderer.off(channel, receive);
  };
}

// Each function by its name: a generic `invoke` would open every channel there will ever be.
const bridge = {
  start: () => ipcRenderer.invoke('start'),
  saveSettings: (input) => ipcRenderer.invoke('saveSettings', input),
  createWorkspace: (input) => ipcRenderer.invoke('createWorkspace', input),
  createSample: (input) => ipcRenderer.invoke('createSample', input),
  chooseInvite: () => ipcRenderer.invoke('chooseInvite'),
  readInviteBytes: (input) => ipcRenderer.invoke('readInviteBytes', input),
  joinWorkspace: (input) => ipcRenderer.invoke('joinWorkspace', input),
  createInvite: (input) => ipcRenderer.invoke('createInvite', input),
  append: (input) => ipcRenderer.invoke('append', input),
  heads: (input) => ipcRenderer.invoke('heads', input),
  readChanges: (input) => ipcRenderer.invoke('readChanges', input),
  syncStatus: (input) => ipcRenderer.invoke('syncStatus', input),
  sendNow: (input) => ipcRenderer.invoke('sendNow', input),
  pull: (input) => ipcRenderer.invoke('pull', input),
  chooseFolder: (input) => ipcRenderer.invoke('chooseFolder', input),
  openFolder: (input) => ipcRenderer.invoke('openFolder', input),
  chooseBatchFiles: (input) => ipcRenderer.invoke('chooseBatchFiles', input),
  addBatchBytes: (input) => ipcRenderer.invoke('addBatchBytes', input),
  exportBatch: (input) => ipcRenderer.invoke('exportBatch', input),
  chooseTable: () => ipcRenderer.invoke('chooseTable'),
  readTable: (input) => ipcRenderer.invoke('readTable', input),
  chooseDocument: () => ipcRenderer.invoke('chooseDocument'),
  saveText: (input) => ipcRenderer.invoke('saveText', input),
  savePdf: (input) => ipcRenderer.invoke('savePdf', input),
  chooseEvidence: (input) => ipcRenderer.invoke('chooseEvidence', input),
  addEvidenceBytes: (input) => ipcRenderer.invoke('addEvidenceBytes', input),
  readEvidence: (input) => ipcRenderer.invoke('readEvidence', input),
  offerEvidence: (input) => ipcRenderer.invoke('offerEvidence', input),
  saveEvidence: (input) => ipcRenderer.invoke('saveEvidence', input),
  copyText: (input) => ipcRenderer.invoke('copyText', input),
  openLink: (input) => ipcRenderer.invoke('openLink', input),
  showContextMenu: (input) => ipcRenderer.invoke('showContextMenu', input),
  setMenuContext: (input) => ipcRenderer.invoke('setMenuContext', input),
  onSyncStatus: (listen: (status: SyncStatus) => void) =>
    subscribe(EVENT_CHANNELS.syncStatus, listen),
  onIncoming: (listen: (workspace: string) => void) => subscribe(EVENT_CHANNELS.incoming, listen),
  onMenuCommand: (listen: (command: MenuCommand) => void) =>
    subscribe(EVENT_CHANNELS.menuCommand, listen),
} satisfies Bridge;

contextBridge.exposeInMainWorld('outlog', bridge);
