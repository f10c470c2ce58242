import { contextBridge, ipcRenderer } from 'electron';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { Bridge, SyncStatus } from '#shared/ipc';
import type { UpdateStatus } from '#shared/update-status';
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
  readInviteLink: (input) => ipcRenderer.invoke('readInviteLink', input),
  readInviteCode: (input) => ipcRenderer.invoke('readInviteCode', input),
  takeOpenedInvite: () => ipcRenderer.invoke('takeOpenedInvite'),
  joinWorkspace: (input) => ipcRenderer.invoke('joinWorkspace', input),
  createInvite: (input) => ipcRenderer.invoke('createInvite', input),
  saveInvite: (input) => ipcRenderer.invoke('saveInvite', input),
  shareInvite: (input) => ipcRenderer.invoke('shareInvite', input),
  savePicture: (input) => ipcRenderer.invoke('savePicture', input),
  append: (input) => ipcRenderer.invoke('append', input),
  heads: (input) => ipcRenderer.invoke('heads', input),
  readChanges: (input) => ipcRenderer.invoke('readChanges', input),
  receiverStatus: (input) => ipcRenderer.invoke('receiverStatus', input),
  switchReceiver: (input) => ipcRenderer.invoke('switchReceiver', input),
  claimReceiver: (input) => ipcRenderer.invoke('claimReceiver', input),
  chooseCertificate: (input) => ipcRenderer.invoke('chooseCertificate', input),
  dropCertificate: (input) => ipcRenderer.invoke('dropCertificate', input),
  syncStatus: (input) => ipcRenderer.invoke('syncStatus', input),
  sendNow: (input) => ipcRenderer.invoke('sendNow', input),
  pull: (input) => ipcRenderer.invoke('pull', input),
  chooseFolder: (input) => ipcRenderer.invoke('chooseFolder', input),
  encryptFolder: (input) => ipcRenderer.invoke('encryptFolder', input),
  clearTarget: (input) => ipcRenderer.invoke('clearTarget', input),
  findReceivers: () => ipcRenderer.invoke('findReceivers'),
  openFolder: (input) => ipcRenderer.invoke('openFolder', input),
  chooseBatchFiles: (input) => ipcRenderer.invoke('chooseBatchFiles', input),
  addBatchBytes: (input) => ipcRenderer.invoke('addBatchBytes', input),
  exportBatch: (input) => ipcRenderer.invoke('exportBatch', input),
  syncQueue: (input) => ipcRenderer.invoke('syncQueue', input),
  syncPeers: (input) => ipcRenderer.invoke('syncPeers', input),
  retryItem: (input) => ipcRenderer.invoke('retryItem', input),
  exportItem: (input) => ipcRenderer.invoke('exportItem', input),
  showItem: (input) => ipcRenderer.invoke('showItem', input),
  syncLog: (input) => ipcRenderer.invoke('syncLog', input),
  chooseTable: () => ipcRenderer.invoke('chooseTable'),
  readTable: (input) => ipcRenderer.invoke('readTable', input),
  chooseDocument: () => ipcRenderer.invoke('chooseDocument'),
  saveText: (input) => ipcRenderer.invoke('saveText', input),
  saveTable: (input) => ipcRenderer.invoke('saveTable', input),
  savePdf: (input) => ipcRenderer.invoke('savePdf', input),
  chooseEvidence: (input) => ipcRenderer.invoke('chooseEvidence', input),
  addEvidenceBytes: (input) => ipcRenderer.invoke('addEvidenceBytes', input),
  readEvidence: (input) => ipcRenderer.invoke('readEvidence', input),
  offerEvidence: (input) => ipcRenderer.invoke('offerEvidence', input),
  saveEvidence: (input) => ipcRenderer.invoke('saveEvidence', input),
  stateHash: (input) => ipcRenderer.invoke('stateHash', input),
  exportWorkspace: (input) => ipcRenderer.invoke('exportWorkspace', input),
  chooseArchive: () => ipcRenderer.invoke('chooseArchive'),
  restoreWorkspace: (input) => ipcRenderer.invoke('restoreWorkspace', input),
  leaveWorkspace: (input) => ipcRenderer.invoke('leaveWorkspace', input),
  saveHandOver: (input) => ipcRenderer.invoke('saveHandOver', input),
  openHandOver: () => ipcRenderer.invoke('openHandOver'),
  clearDatabases: () => ipcRenderer.invoke('clearDatabases'),
  copyText: (input) => ipcRenderer.invoke('copyText', input),
  openLink: (input) => ipcRenderer.invoke('openLink', input),
  showContextMenu: (input) => ipcRenderer.invoke('showContextMenu', input),
  setMenuContext: (input) => ipcRenderer.invoke('setMenuContext', input),
  outsideState: () => ipcRenderer.invoke('outsideState'),
  showTray: (input) => ipcRenderer.invoke('showTray', input),
  showNotice: (input) => ipcRenderer.invoke('showNotice', input),
  openQuickLog: () => ipcRenderer.invoke('openQuickLog'),
  closeQuickLog: () => ipcRenderer.invoke('closeQuickLog'),
  takeOpenedBatches: (input) => ipcRenderer.invoke('takeOpenedBatches', input),
  updateStatus: () => ipcRenderer.invoke('updateStatus'),
  lookForUpdates: () => ipcRenderer.invoke('lookForUpdates'),
  noteUnsaved: (input) => ipcRenderer.invoke('noteUnsaved', input),
  unsentChanges: (input) => ipcRenderer.invoke('unsentChanges', input),
  storedPlaces: () => ipcRenderer.invoke('storedPlaces'),
  problemLog: () => ipcRenderer.invoke('problemLog'),
  saveProblemLog: () => ipcRenderer.invoke('saveProblemLog'),
  notePageProblem: (input) => ipcRenderer.invoke('notePageProblem', input),
  onSyncStatus: (listen: (status: SyncStatus) => void) =>
    subscribe(EVENT_CHANNELS.syncStatus, listen),
  onReceiverStatus: (listen: (status: ReceiverStatus) => void) =>
    subscribe(EVENT_CHANNELS.receiverStatus, listen),
  onIncoming: (listen: (workspace: string) => void) => subscribe(EVENT_CHANNELS.incoming, listen),
  onArchiveProgress: (listen: (ratio: number) => void) =>
    subscribe(EVENT_CHANNELS.archiveProgress, listen),
  onInviteOpened: (listen: () => void) => subscribe(EVENT_CHANNELS.inviteOpened, listen),
  onBatchesOpened: (listen: () => void) => subscribe(EVENT_CHANNELS.batchesOpened, listen),
  onUpdateStatus: (listen: (status: UpdateStatus) => void) =>
    subscribe(EVENT_CHANNELS.updateStatus, listen),
  onMenuCommand: (listen: (command: MenuCommand) => void) =>
    subscribe(EVENT_CHANNELS.menuCommand, listen),
  onOpenRoute: (listen: (route: string) => void) => subscribe(EVENT_CHANNELS.openRoute, listen),
} satisfies Bridge;

contextBridge.exposeInMainWorld('outlog', bridge);
