import { defineConfig } from '@playwright/test';

/** Journeys in the real app. Each has its own user data; one at a time, because they measure and wait. */
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
});
