import { expect } from '@playwright/test';
import { parsers } from '#shared/ipc-parsers';
import { test } from './launch.ts';

test('every window is isolated, sandboxed and without Node', async ({ outlog: { app, page } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }): unknown =>
      // Electron has it and does not declare it.
      Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, []),
    ),
  );
  expect(preferences).toHaveLength(1);
  for (const each of preferences) {
    expect(each).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
  const leaked = await page.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(leaked).toEqual([]);
});

test('the page runs on its one origin, and what people see is named Outlog', async ({
  outlog: { app, page },
}) => {
  expect(await page.evaluate(() => [location.origin, isSecureContext])).toEqual([
    'app://outlog',
    true,
  ]);
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Outlog');
});

test('the preload gives named functions and nothing else', async ({ outlog: { page } }) => {
  const api = await page.evaluate(() => {
    return Object.entries(window.outlog).map(([name, value]) => `${name}: ${typeof value}`);
  });
  const events = [
    'onArchiveProgress',
    'onBatchesOpened',
    'onIncoming',
    'onInviteOpened',
    'onMenuCommand',
    'onOpenRoute',
    'onReceiverStatus',
    'onSyncStatus',
    'onUpdateStatus',
  ];
  const names = [...Object.keys(parsers), ...events].toSorted();
  expect(api.toSorted()).toEqual(names.map((name) => `${name}: function`));
  // Written out as well: a call that is added must be seen here by a person.
  expect(names.join(' ')).toBe(
    'addBatchBytes addEvidenceBytes append chooseArchive chooseBatchFiles ' +
      'chooseCertificate chooseDocument chooseEvidence chooseFolder chooseInvite ' +
      'chooseTable claimReceiver clearDatabases clearTarget closeQuickLog copyText ' +
      'createInvite createSample createWorkspace dropCertificate encryptFolder exportBatch ' +
      'exportItem exportWorkspace findReceivers heads joinWorkspace leaveWorkspace ' +
      'lookForUpdates notePageProblem noteUnsaved offerEvidence onArchiveProgress ' +
      'onBatchesOpened onIncoming onInviteOpened onMenuCommand onOpenRoute ' +
      'onReceiverStatus onSyncStatus onUpdateStatus openFolder openHandOver openLink ' +
      'openQuickLog outsideState problemLog pull readChanges readEvidence readInviteBytes ' +
      'readInviteCode readInviteLink readTable receiverStatus restoreWorkspace retryItem ' +
      'saveEvidence saveHandOver saveInvite savePdf savePicture saveProblemLog ' +
      'saveSettings saveTable saveText sendNow setMenuContext shareInvite showContextMenu ' +
      'showItem showNotice showTray start stateHash storedPlaces switchReceiver syncLog ' +
      'syncPeers syncQueue syncStatus takeOpenedBatches takeOpenedInvite unsentChanges ' +
      'updateStatus',
  );
});

test('the page cannot change the bridge', async ({ outlog: { page } }) => {
  const isFrozen = await page.evaluate(() => {
    return !Reflect.set(window.outlog, 'start', null) && !Reflect.set(window, 'outlog', null);
  });
  expect(isFrozen).toBe(true);
});

test('events arrive as plain values', async ({ outlog: { app, page } }) => {
  await page.evaluate(() => {
    window.outlog.onMenuCommand((...args: unknown[]) => {
      Reflect.set(window, 'heard', args);
    });
  });
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('go-settings');
    const [window] = BrowserWindow.getAllWindows();
    item?.click(undefined, window, window?.webContents);
  });
  await page.waitForFunction(() => Reflect.has(window, 'heard'));
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['go-settings']);
});

test('inline script, eval and every connection are blocked by the policy', async ({
  outlog: { app, page },
}) => {
  await app.evaluate(({ session }) => {
    const left: string[] = [];
    Reflect.set(globalThis, 'left', left);
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      if (!details.url.startsWith('app:') && !details.url.startsWith('devtools:')) {
        left.push(details.url);
      }
      answer({});
    });
  });
  const seen = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      blocked.push(event.effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    const style = document.createElement('style');
    style.textContent = 'body { --inline-style: yes }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'app://outlog/index.html';
    document.body.append(frame);
    // A blocked frame loads too: Chromium's own page that says so.
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const image = new Image();
    image.src = 'https://example.com/a.png';
    // In a task of its own: what a debugger evaluates is exempt from the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- that it fails is what is tested
          resolve(eval('1 + 1'));
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'thrown');
        }
      });
    });
    const fetched = await Promise.allSettled([
      fetch('https://example.com/'),
      fetch('app://outlog/index.html'),
      new Promise((resolve, reject) => {
        const socket = new WebSocket('wss://example.com/');
        socket.addEventListener('open', resolve);
        socket.addEventListener('error', reject);
      }),
    ]);
    return {
      inlineRan: Reflect.has(window, 'inlineRan'),
      inlineStyle: getComputedStyle(document.body).getPropertyValue('--inline-style'),
      evaluated,
      fetched: fetched.map(({ status }) => status),
      blocked: [...new Set(blocked)].toSorted(),
    };
  });
  expect(seen).toEqual({
    inlineRan: false,
    inlineStyle: '',
    evaluated: 'EvalError',
    fetched: ['rejected', 'rejected', 'rejected'],
    blocked: [
      'connect-src',
      'frame-src',
      'img-src',
      'script-src',
      'script-src-elem',
      'style-src-elem',
    ],
  });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'left'))).toEqual([]);
});

test('permissions are denied', async ({ outlog: { page } }) => {
  const denied = await page.evaluate(async () => {
    const states: Record<string, string> = {};
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const) {
      const { state } = await navigator.permissions.query({ name });
      states[name] = state;
    }
    const nameOf = (error: unknown) => (error instanceof Error ? error.name : String(error));
    const media = navigator.mediaDevices;
    states['asked for notifications'] = await Notification.requestPermission();
    states['asked for the camera'] = await media
      .getUserMedia({ video: true })
      .then(() => 'granted', nameOf);
    states['asked for the screen'] = await media.getDisplayMedia().then(() => 'granted', nameOf);
    states['asked for the clipboard'] = await navigator.clipboard
      .readText()
      .then(() => 'granted', nameOf);
    states['asked where it is'] = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) => resolve(`code ${code}`),
      );
    });
    return states;
  });
  expect(denied).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    'asked for notifications': 'denied',
    'asked for the camera': expect.stringMatching(/NotAllowedError|NotFoundError/),
    'asked for the screen': expect.stringMatching(
      /NotAllowedError|NotSupportedError|InvalidStateError/,
    ),
    'asked for the clipboard': 'NotAllowedError',
    'asked where it is': 'code 1',
  });
});
