// Stand-in for Electron's own default_app: electron [-r module] <folder|script>
import { app } from 'electron';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.resolve('noop.js')); // resolves from the working directory
const args = process.argv.slice(1);
try {
  let file;
  for (let i = 0; i < args.length && !file; i++) {
    if (args[i] === '-r' || args[i] === '--require') require(args[++i]); // Playwright's loader
    else if (args[i] === '-v' || args[i] === '--version') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!args[i].startsWith('-')) file = path.resolve(args[i]);
  }
  if (!file) throw new Error('usage: electron [-r module] <app folder or script>');
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  let pkg = {};
  try {
    pkg = require(path.join(file, 'package.json'));
  } catch {
    /* a bare script */
  }
  if (pkg.version) app.setVersion(pkg.version);
  if (pkg.productName ?? pkg.name) app.setName(pkg.productName ?? pkg.name);
  const entry = require.resolve(file);
  app.setAppPath(pkg.name ? file : path.dirname(entry));
  await import(pathToFileURL(entry).href); // awaited: 'ready' waits for the app's code
} catch (e) {
  console.error(e);
  process.exit(1);
} // not the blocking error dialog
