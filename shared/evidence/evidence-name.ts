const LONGEST_NAME = 200;

/**
 * What a file is called, as a label: the last part of whatever was given, without what would make it
 * look like another name (control characters, marks that turn the direction of writing).
 */
export const evidenceName = (given: string): string =>
  (given.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME)
    // The cut may have fallen inside a character.
    .replace(/\p{Surrogate}$/u, '');
