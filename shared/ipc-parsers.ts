import { z } from 'zod';
import { isAccelerator } from './accelerator.ts';
import { isContentHash, MAX_EVIDENCE_BYTES } from './evidence/evidence.ts';
import { isHttps, MAX_LINK_CHARACTERS } from './https.ts';
import type { Json } from './json.ts';
import { LANGUAGE_CHOICES } from './language.ts';
import { NOTICE_KINDS } from './outside.ts';
import { type Audience, isAudience } from './stream/change.ts';

/** What the window may ask of the main process: the input of every call, with its parser and caps. */

/** Caps on what one call may carry. */
export const IPC_LIMITS = {
  editsPerCall: 5_000,
  changeBytes: 64 * 1024,
  batchBytes: 1024 * 1024,
  readBytes: 4 * 1024 * 1024,
  textBytes: 1024 * 1024,
  pictureBytes: 16 * 1024 * 1024,
  /** The longest procedure there can be, written out. */
  savedTextChars: 32 * 1024 * 1024,
  /** A table of a million rows fits. */
  savedTableBytes: 512 * 1024 * 1024,
} as const;

const id = z.string().regex(/^[a-zA-Z0-9_.-]{1,96}$/);
const workspace = z.string().regex(/^[a-z0-9-]{1,64}$/);
const memberId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const name = z.string().trim().min(1).max(120);
const zone = z.string().min(1).max(64);
const token = z.string().regex(/^[a-f0-9]{32}$/);
const streamName = z.string().regex(/^[a-z0-9-]{1,64}$/);
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const fieldName = z.string().regex(/^[a-zA-Z0-9_.-]{1,96}$/);
const json: z.ZodType<Json> = z.json();
const fields = z
  .record(fieldName, json)
  .refine((value) => Object.keys(value).every((key) => !forbiddenKeys.has(key)))
  .refine((value) => Object.keys(value).length > 0);
const audience = z.custom<Audience>((value) => typeof value === 'string' && isAudience(value));
const contentHash = z.string().refine(isContentHash);
const queueKey = z.string().regex(/^[buf]-[0-9a-f-]{32,80}$/);
const passphrase = z.string().min(1).max(1_000);
const fileLabel = z.string().max(300);
const edit = z.strictObject({
  audience,
  type: z.string().regex(/^[a-zA-Z]{1,32}$/),
  id,
  fields,
});

const nothing = z.undefined();
const inWorkspace = z.strictObject({ workspace });

/** The parser of each call's input. */
export const parsers = {
  start: nothing,
  saveSettings: z.strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    workspace: workspace.optional(),
    seat: memberId.optional(),
    route: z.string().max(200).optional(),
    isNavCollapsed: z.boolean().optional(),
    language: z.enum(LANGUAGE_CHOICES).optional(),
    isInTray: z.boolean().optional(),
    hasNotices: z.boolean().optional(),
    hasQuickLog: z.boolean().optional(),
    quickLogKey: z.string().max(64).refine(isAccelerator).optional(),
    mutedNotices: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length).optional(),
    hasNoticeTitles: z.boolean().optional(),
    seenHints: z.array(z.string().max(64)).max(200).optional(),
    updateUrl: z.string().max(500).refine(isHttps).nullable().optional(),
  }),
  createWorkspace: z.strictObject({ name, memberName: name, timeZone: zone }),
  createSample: z.strictObject({ timeZone: zone }),
  chooseInvite: nothing,
  readInviteBytes: z.strictObject({ bytes: z.instanceof(Uint8Array) }),
  /** The link, or whatever text it came in. */
  readInviteLink: z.strictObject({ text: z.string().max(64 * 1024) }),
  /** Fetches the invite that lies under a short code. */
  readInviteCode: z.strictObject({
    code: z.string().max(40),
    /** A receiver's address, or a folder that a dialog asks for. */
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('receiver'), url: z.string().max(300) }),
      z.strictObject({ kind: z.literal('folder') }),
    ]),
  }),
  /** What was opened outside the window since it was last asked. */
  takeOpenedInvite: nothing,
  joinWorkspace: z.strictObject({ token, timeZone: zone }),
  createInvite: z.strictObject({
    workspace,
    memberId,
    memberName: name,
    /** An assistant's seat unless it says otherwise. */
    seat: z.enum(['manager', 'assistant']).optional(),
    /** How long it can be opened; without an end unless it says so. */
    validMs: z.int().positive().optional(),
  }),
  /** Asks where to write it as a file; `name` is suggested. */
  saveInvite: z.strictObject({ token, name: fileLabel }),
  /** Lays it, encrypted, under a short code where the workspace's target is. */
  shareInvite: z.strictObject({ token }),
  /** Asks where to keep a picture (PNG); `name` is suggested. */
  savePicture: z.strictObject({
    name: fileLabel,
    png: z.instanceof(Uint8Array).refine(({ length }) => length <= IPC_LIMITS.pictureBytes),
  }),
  append: z.strictObject({
    workspace,
    memberId,
    edits: z.array(edit).min(1).max(IPC_LIMITS.editsPerCall),
  }),
  heads: inWorkspace,
  readChanges: z.strictObject({
    workspace,
    stream: streamName,
    epoch: streamName,
    afterSeq: z.int().nonnegative(),
    /** The chain hash the window holds at `afterSeq`; another one answers `projection-stale`. */
    afterH: z.string().regex(/^[0-9a-f]{64}$/),
    /** Nothing packed: the window could not unpack what it got. */
    isPlain: z.boolean().optional(),
  }),
  receiverStatus: inWorkspace,
  /** Whether this computer receives from the team; a manager's choice. */
  switchReceiver: z.strictObject({ workspace, isOn: z.boolean() }),
  /** Has a receiver that runs elsewhere serve the workspace, and sends there from then on. */
  claimReceiver: z.strictObject({ workspace, link: z.string().max(1_000) }),
  /** Asks for a certificate and its key, in this order. */
  chooseCertificate: inWorkspace,
  /** Back to the receiver's own. */
  dropCertificate: inWorkspace,
  syncStatus: inWorkspace,
  sendNow: inWorkspace,
  pull: inWorkspace,
  chooseFolder: inWorkspace,
  /** Seals what is written into the folder from now on. */
  encryptFolder: inWorkspace,
  clearTarget: inWorkspace,
  findReceivers: nothing,
  openFolder: inWorkspace,
  chooseBatchFiles: inWorkspace,
  addBatchBytes: z.strictObject({
    workspace,
    name: z.string().max(200),
    bytes: z.instanceof(Uint8Array),
  }),
  exportBatch: z.strictObject({
    workspace,
    stream: streamName,
    epoch: streamName,
    first: z.int().positive(),
  }),
  /** Everything that waits, item by item, and every file that was not taken. */
  syncQueue: inWorkspace,
  /** Where everybody's logs stand here, and what is known of their clocks. */
  syncPeers: inWorkspace,
  retryItem: z.strictObject({ workspace, key: queueKey }),
  /** Asks where to keep a copy of the item. */
  exportItem: z.strictObject({ workspace, key: queueKey }),
  /** Shows a file that was not taken in the system's file manager. */
  showItem: z.strictObject({ workspace, key: queueKey }),
  /** What the sync did lately, for whoever helps: no content. */
  syncLog: inWorkspace,
  chooseTable: nothing,
  readTable: z.strictObject({ token, offset: z.int().nonnegative() }),
  /** A document to be read piece by piece with `readTable`. */
  chooseDocument: nothing,
  /** Asks where to keep a text that was written for people; `name` is suggested. */
  saveText: z.strictObject({
    name: fileLabel,
    kind: z.enum(['markdown', 'csv']),
    text: z.string().max(IPC_LIMITS.savedTextChars),
  }),
  /** Asks where to keep a table that was written for other programs; `name` is suggested. */
  saveTable: z.strictObject({
    name: fileLabel,
    kind: z.enum(['csv', 'xlsx', 'json']),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= IPC_LIMITS.savedTableBytes),
  }),
  /** The page as its print style has it. `footer` is text. */
  savePdf: z.strictObject({
    name: fileLabel,
    footer: z.string().max(300),
    paper: z.enum(['A4', 'Letter']),
    orientation: z.enum(['portrait', 'landscape']),
  }),
  chooseEvidence: z.strictObject({ workspace, audience }),
  addEvidenceBytes: z.strictObject({
    workspace,
    audience,
    name: fileLabel,
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_EVIDENCE_BYTES),
  }),
  readEvidence: z.strictObject({ workspace, hash: contentHash }),
  offerEvidence: z.strictObject({ workspace, hash: contentHash, audience }),
  /** Asks where to keep a copy; `name` is suggested. */
  saveEvidence: z.strictObject({ workspace, hash: contentHash, name: fileLabel }),
  stateHash: inWorkspace,
  /** Asks where to keep all of a workspace in one file; null encrypts nothing and leaves every key out. */
  exportWorkspace: z.strictObject({ workspace, passphrase: passphrase.nullable() }),
  chooseArchive: nothing,
  restoreWorkspace: z.strictObject({ token, passphrase: passphrase.nullable() }),
  /** Takes a workspace away from this computer; `name` is its name as somebody typed it. */
  leaveWorkspace: z.strictObject({ workspace, name: z.string().max(200) }),
  /** Asks where to keep a hand-over that a member signs; `name` is suggested. */
  saveHandOver: z.strictObject({
    workspace,
    memberId,
    name: fileLabel,
    text: z.string().max(IPC_LIMITS.savedTextChars),
  }),
  openHandOver: nothing,
  /** Takes away the window's databases, also where the browser can no longer open them. */
  clearDatabases: nothing,
  copyText: z.strictObject({ text: z.string().max(IPC_LIMITS.textBytes) }),
  openLink: z.strictObject({ url: z.string().max(MAX_LINK_CHARACTERS) }),
  showContextMenu: z.strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.string().max(60),
          label: z.string().max(120),
          isEnabled: z.boolean().optional(),
          isSeparator: z.boolean().optional(),
        }),
      )
      .max(40),
  }),
  setMenuContext: z.strictObject({
    seat: z.enum(['none', 'manager', 'assistant']),
  }),
  /** How it stands with the tray, the quick-log key and notices. */
  outsideState: nothing,
  /** Today's state in words, line by line, for the tray's menu and for pointing at it. */
  showTray: z.strictObject({
    lines: z.array(z.string().max(200)).max(12),
    tooltip: z.string().max(500),
  }),
  /** `route` is where a click on it leads. */
  showNotice: z.strictObject({
    title: z.string().min(1).max(200),
    body: z.string().max(500),
    route: z.string().max(200),
  }),
  openQuickLog: nothing,
  closeQuickLog: nothing,
  /** Imports the batch files that were opened outside the window since it was last asked. */
  takeOpenedBatches: inWorkspace,
  updateStatus: nothing,
  /** Looks now, and fetches what there is. */
  lookForUpdates: nothing,
  /** How many drafts would be lost if the window ended now: no update is put in place meanwhile. */
  noteUnsaved: z.strictObject({ count: z.int().nonnegative().max(10_000) }),
  /** Every change of this device that is not at the target, as it will leave. */
  unsentChanges: inWorkspace,
  storedPlaces: nothing,
  /** What went wrong in the program itself, without content. */
  problemLog: nothing,
  /** Asks where to keep a copy of it. */
  saveProblemLog: nothing,
  /** A mistake in the window, without its words. */
  notePageProblem: z.strictObject({
    error: z.string().max(100),
    places: z.string().max(16 * 1024),
  }),
} satisfies Record<string, z.ZodType>;

export type CallName = keyof typeof parsers;
export type CallInput<N extends CallName> = z.infer<(typeof parsers)[N]>;

/** Ties each parser to the input of its own call. */
export type IpcParsers = { readonly [N in CallName]: z.ZodType<CallInput<N>> };
