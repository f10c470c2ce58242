import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { licences } from './scripts/pack/licences.mjs';

const below = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const builtins = ['electron', /^node:/, ...builtinModules];

/** Bundles a Node-side entry whole: what ships needs no node_modules. */
const nodeSide = (name: 'main' | 'preload' | 'receiver' | 'receiver-worker', input: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, conditions: ['node'] },
  build: {
    outDir: `../dist/${name}`,
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input,
      external: builtins,
      output: {
        format: 'cjs' as const,
        entryFileNames: `${name}.cjs`,
        chunkFileNames: '[name].cjs',
        // A sandboxed preload is one file; main loads what the window need not wait for afterwards.
        codeSplitting: name !== 'preload',
      },
    },
  },
});

export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), licences()],
  resolve: {
    alias: [
      {
        // Its form for browsers asks the page for what `&amp;` means, and a worker has no page.
        find: 'decode-named-character-reference',
        replacement: below('node_modules/decode-named-character-reference/index.js'),
      },
      {
        // It compresses what is large in workers made of text, which the content security policy refuses.
        find: /^fflate$/,
        replacement: below('renderer/services/reports/zip-here.ts'),
      },
    ],
  },
  worker: { format: 'es' },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: 'chrome130',
        sourcemap: true,
        // Assets become files: the content security policy allows no inlined fonts or styles.
        assetsInlineLimit: 0,
        // React DOM alone is 200 kB; nothing is fetched over a network.
        chunkSizeWarningLimit: 700,
        modulePreload: { polyfill: false },
        // The first screen comes in two requests and not in thirty: each is answered by the main process,
        // which at that moment is busy opening the journals.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'app', test: /renderer\/main\.tsx$/, priority: 2 },
                { name: 'today', test: /features\/today\/today-view\.tsx$/, priority: 1 },
                // The small window has none of what views share.
                { name: 'quick-log', test: /quick-log\/quick-log\.tsx$/, priority: 0.5 },
                // What most views share comes in one request, too, and not in one for each module.
                { name: 'shared', minShareCount: 10 },
              ],
            },
          },
        },
      },
    },
    main: nodeSide('main', 'electron/main.ts'),
    preload: nodeSide('preload', 'electron/preload.ts'),
    receiver: nodeSide('receiver', 'electron/receiver/run-receiver.ts'),
    receiverWorker: nodeSide('receiver-worker', 'electron/receiver-host/receiver-worker.ts'),
  },
});
