import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reachedFrom } from './module-graph.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');

/** Large beside what they are for: fetched when that is asked for, never before the first screen stands. */
const HEAVY = [
  'd3-scale',
  'd3-shape',
  'date-holidays',
  'hast-util-from-html',
  'hast-util-to-mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'micromark-extension-gfm',
  'qr',
  'react-markdown',
  'rrule-temporal',
  'temporal-polyfill',
  'yaml',
  'zod',
];

const heavyIn = (start: string): readonly string[] => {
  const { packages } = reachedFrom(PROJECT, start);
  return HEAVY.filter((name) => packages.has(name));
};

describe('a heavy library', () => {
  it.each([
    'renderer/main.tsx',
    'renderer/features/today/today-view.tsx',
    'renderer/features/log/open-log-bar.tsx',
    'renderer/features/work/work-view.tsx',
    'renderer/features/wrap-up/wrap-up-view.tsx',
    'renderer/features/team/team-view.tsx',
    'renderer/features/settings/settings-view.tsx',
    'renderer/app/parts/assign/assign-dialogs.tsx',
    'renderer/features/sops/port/import-dialog.tsx',
    'renderer/features/sops/port/use-sop-files.tsx',
  ])('is not in the way of %s', (start) => {
    expect(heavyIn(start)).toEqual([]);
  });

  it.each([
    ['electron/main.ts', ['electron']],
    ['electron/receiver-host/receiver-hosts.ts', []],
    // The engine comes after the window: a receiver's libraries and age's come when one of them is used.
    ['electron/sync/open-engine.ts', ['@scure/base', 'zod']],
  ])('is not in the way of %s', (start, light) => {
    const { packages } = reachedFrom(PROJECT, start);
    expect([...packages].filter((name) => !name.startsWith('node:')).toSorted()).toEqual(light);
  });

  it.each([
    ['renderer/app/parts/assign/recurring-form.tsx', 'rrule-temporal'],
    ['renderer/features/overview/overview-view.tsx', 'd3-scale'],
    ['renderer/features/team/holiday-picker-dialog.tsx', 'date-holidays'],
    ['renderer/services/sop-port/sop-worker.ts', 'hast-util-from-html'],
    ['renderer/services/sop-port/sop-worker.ts', 'yaml'],
    ['shared/exports/sop-markdown.ts', 'mdast-util-to-markdown'],
    ['shared/ipc-parsers.ts', 'zod'],
  ])('is seen where it is: %s has %s', (start, name) => {
    expect(heavyIn(start)).toContain(name);
  });
});
