import os from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/pack/licences.mjs';

export default defineConfig({
  plugins: [react(), licences()],
  test: {
    // A zone that no member of the team is in: code that leans on the machine's zone fails here.
    env: { TZ: 'Pacific/Chatham' },
    restoreMocks: true,
    // Tests wait for what they name; the limit only ends one that hangs, on a busy machine too.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Left to itself it keeps a core for a person at the same machine.
    maxWorkers: os.availableParallelism(),
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/dom-setup.ts'],
        },
      },
    ],
  },
});
