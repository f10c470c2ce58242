import { defineConfig } from '@playwright/test';

/** What was packed, read back and started as it is. Run by `npm run package:check`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 60_000,
  workers: 1,
  retries: 0,
  reporter: 'list',
});
