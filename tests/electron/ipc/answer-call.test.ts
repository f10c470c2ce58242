import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, parsers } from '#shared/ipc-parsers';
import { fail, ok } from '#shared/result';
import { type Handlers, answerCall } from '../../../electron/ipc/answer-call.ts';
import type { Log, LogDetail } from '../../../electron/log.ts';

const page = { origin: 'app://outlog', parent: null };
const isCallName = (name: string): name is CallName => Object.hasOwn(parsers, name);
const NAMES = Object.keys(parsers).filter(isCallName);

/** Handlers that note what reached them and answer `cancelled`, whatever the call. */
function noteCalls(): { handlers: Handlers; reached: { name: string; input: unknown }[] } {
  const reached: { name: string; input: unknown }[] = [];
  const handle = (name: string) => async (input: unknown) => {
    reached.push({ name, input });
    return fail('cancelled', 'later');
  };
  const handlers: Handlers = {
    start: handle('start'),
    saveSettings: handle('saveSettings'),
    createWorkspace: handle('createWorkspace'),
    createSample: handle('createSample'),
    chooseInvite: handle('chooseInvite'),
    readInviteBytes: handle('readInviteBytes'),
    joinWorkspace: handle('joinWorkspace'),
    readInviteLink: handle('readInviteLink'),
    readInviteCode: handle('readInviteCode'),
    takeOpenedInvite: handle('takeOpenedInvite'),
    createInvite: handle('createInvite'),
    saveInvite: handle('saveInvite'),
    shareInvite: handle('shareInvite'),
    savePicture: handle('savePicture'),
    append: handle('append'),
    heads: handle('heads'),
    readChanges: handle('readChanges'),
    receiverStatus: handle('receiverStatus'),
    switchReceiver: handle('switchReceiver'),
    claimReceiver: handle('claimReceiver'),
    chooseCertificate: handle('chooseCertificate'),
    dropCertificate: handle('dropCertificate'),
    clearTarget: handle('clearTarget'),
    findReceivers: handle('findReceivers'),
    syncQueue: handle('syncQueue'),
    syncPeers: handle('syncPeers'),
    retryItem: handle('retryItem'),
    exportItem: handle('exportItem'),
    showItem: handle('showItem'),
    syncLog: handle('syncLog'),
    outsideState: handle('outsideState'),
    showTray: handle('showTray'),
    showNotice: handle('showNotice'),
    openQuickLog: handle('openQuickLog'),
    closeQuickLog: handle('closeQuickLog'),
    openHandOver: handle('openHandOver'),
    saveHandOver: handle('saveHandOver'),
    leaveWorkspace: handle('leaveWorkspace'),
    restoreWorkspace: handle('restoreWorkspace'),
    chooseArchive: handle('chooseArchive'),
    exportWorkspace: handle('exportWorkspace'),
    stateHash: handle('stateHash'),
    takeOpenedBatches: handle('takeOpenedBatches'),
    updateStatus: handle('updateStatus'),
    lookForUpdates: handle('lookForUpdates'),
    noteUnsaved: handle('noteUnsaved'),
    unsentChanges: handle('unsentChanges'),
    storedPlaces: handle('storedPlaces'),
    problemLog: handle('problemLog'),
    saveProblemLog: handle('saveProblemLog'),
    notePageProblem: handle('notePageProblem'),
    syncStatus: handle('syncStatus'),
    sendNow: handle('sendNow'),
    pull: handle('pull'),
    chooseFolder: handle('chooseFolder'),
    encryptFolder: handle('encryptFolder'),
    openFolder: handle('openFolder'),
    chooseBatchFiles: handle('chooseBatchFiles'),
    addBatchBytes: handle('addBatchBytes'),
    exportBatch: handle('exportBatch'),
    chooseTable: handle('chooseTable'),
    readTable: handle('readTable'),
    chooseDocument: handle('chooseDocument'),
    saveText: handle('saveText'),
    saveTable: handle('saveTable'),
    savePdf: handle('savePdf'),
    chooseEvidence: handle('chooseEvidence'),
    addEvidenceBytes: handle('addEvidenceBytes'),
    readEvidence: handle('readEvidence'),
    offerEvidence: handle('offerEvidence'),
    saveEvidence: handle('saveEvidence'),
    clearDatabases: handle('clearDatabases'),
    copyText: handle('copyText'),
    openLink: handle('openLink'),
    showContextMenu: handle('showContextMenu'),
    setMenuContext: handle('setMenuContext'),
  };
  return { handlers, reached };
}

function noteLog(): { log: Log; lines: { event: string; detail: LogDetail | undefined }[] } {
  const lines: { event: string; detail: LogDetail | undefined }[] = [];
  const log: Log = {
    warn: (event, detail) => lines.push({ event, detail }),
    bug: (event, error, detail) =>
      lines.push({ event, detail: { ...detail, kind: error instanceof Error ? error.name : '' } }),
    read: () => '',
  };
  return { log, lines };
}

describe('answering a call', () => {
  it('hands parsed input to the handler of the same name', async () => {
    const { handlers, reached } = noteCalls();
    await answerCall('heads', handlers, noteLog().log, page, [{ workspace: 'w1' }]);
    expect(reached).toEqual([{ name: 'heads', input: { workspace: 'w1' } }]);
  });

  it.each([
    ['an iframe of our own page', { origin: 'app://outlog', parent: page }],
    ['another origin', { origin: 'https://example.com', parent: null }],
    ['an opaque origin', { origin: 'null', parent: null }],
    ['a look-alike origin', { origin: 'app://outlog.example', parent: null }],
    ['a frame that has gone', null],
  ])('refuses %s and never reaches the handler', async (_name, sender) => {
    const { handlers, reached } = noteCalls();
    for (const name of NAMES) {
      const answer = await answerCall(name, handlers, noteLog().log, sender, []);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-sender' } });
    }
    expect(reached).toEqual([]);
  });

  it('refuses more than one argument', async () => {
    const { handlers, reached } = noteCalls();
    const args = [{ workspace: 'w1' }, { workspace: 'w2' }];
    const answer = await answerCall('heads', handlers, noteLog().log, page, args);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(reached).toEqual([]);
  });

  it('answers a bug with `unexpected` and logs it without what was passed in', async () => {
    const secret = 'what-ana-typed';
    const handlers: Handlers = {
      ...noteCalls().handlers,
      copyText: async ({ text }) => {
        throw new Error(`cannot copy ${text}`);
      },
    };
    const { log, lines } = noteLog();
    const answer = await answerCall('copyText', handlers, log, page, [{ text: secret }]);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'unexpected', retry: 'later', detail: { call: 'copyText' } },
    });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('answers `bad-input` to 1,000 arguments that no call takes', async () => {
    const { handlers, reached } = noteCalls();
    const argument = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
    });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), argument, async (name, value) => {
        const isTaken = parsers[name].safeParse(value).success;
        const answer = await answerCall(name, handlers, noteLog().log, page, [value]);
        const code = answer.ok ? 'ok' : answer.error.code;
        expect(code).toBe(isTaken ? 'cancelled' : 'bad-input');
        if (!isTaken) refused += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(refused + reached.length).toBe(1_000);
    expect(refused).toBeGreaterThan(800);
  });

  it('refuses a path wherever a token is wanted', async () => {
    const { handlers, reached } = noteCalls();
    for (const token of ['/etc/passwd', '../secret', 'C:\\secret', '\\\\server\\share', '']) {
      const answer = await answerCall('readTable', handlers, noteLog().log, page, [
        { token, offset: 0 },
      ]);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    expect(reached).toEqual([]);
  });

  it('hands a success on as it is', async () => {
    const handlers: Handlers = { ...noteCalls().handlers, copyText: async () => ok(null) };
    const answer = await answerCall('copyText', handlers, noteLog().log, page, [{ text: 'x' }]);
    expect(answer).toEqual({ ok: true, value: null });
  });
});
