/** What a person typed as a name, made fit to be a part of a file's name on every system: `Ana / Bot` becomes `Ana - Bot`. */
export const safeFileName = (name: string): string =>
  name
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .slice(0, 100)
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
