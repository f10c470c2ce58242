import type { Words } from './words.ts';

/** `./check-in.json` holds the area `checkIn`. */
export function byArea(files: Readonly<Record<string, Words>>): Words {
  return Object.fromEntries(
    Object.entries(files).map(([file, words]) => [
      file
        .replace(/^.*\//, '')
        .replace(/\.json$/, '')
        .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      words,
    ]),
  );
}
