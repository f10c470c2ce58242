import type { KnipConfig } from 'knip';

/** Files that nothing imports because something outside the module graph starts them. */
const entry = [
  'electron/{main,preload}.ts',
  'electron/receiver-host/receiver-worker.ts',
  'electron/receiver/run-receiver.ts',
  'scripts/*.mjs',
  'scripts/default-app/main.js',
  'scripts/pack/{after-pack,make-deb}.mjs',
  'tests/packed/*.ts',
  'tests/{bench,faults,screenshots}/run.ts',
  'tests/tour/tour.ts',
  'tests/faults/**/*-child.ts',
  'tests/bench/projection/page.ts',
  'tests/electron/receiver-host/parts/source-worker.mjs',
  // Stands in for a library's own way (vite.config.ts).
  'renderer/services/reports/zip-here.ts',
];

const config: KnipConfig = {
  entry,
  project: ['{electron,renderer,shared,scripts,tests}/**/*.{ts,tsx,mjs,js,css}'],
  // A type is exported beside the function that speaks of it; a value is exported only for somebody.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Programs of the operating system.
  ignoreBinaries: [
    'Xvfb',
    'dpkg-deb',
    'fallocate',
    'mkfs.ext4',
    'mount',
    'soffice',
    'umount',
    'unshare',
  ],
  compilers: {
    css: (text) =>
      [...text.matchAll(/(?:@import|url\(|composes:.*\sfrom)\s*['"]?([^'")]+)/g)]
        .map(([, path]) => `import '${path}';`)
        .join('\n'),
  },
};

export default config;
