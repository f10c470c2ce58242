// A window around the built page, from an origin like the app's own.
const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { BrowserWindow, app, protocol } = require('electron');

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);
app.setPath('userData', process.env.BENCH_DATA);

app.on('ready', () => {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    const file = path.join(process.env.BENCH_PAGE, pathname);
    return new Response(await readFile(file), {
      headers: { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' },
    });
  });
  new BrowserWindow({ width: 800, height: 600 }).loadURL('app://bench/index.html');
});
