import { randomBytes } from 'node:crypto';

const MAX_TOKENS = 64;

/** A file that a person chose in a dialog, as it was then. */
export interface ChosenFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly changedAtMs: number;
}

/**
 * Stands for chosen files towards the page, which never learns or names a path. Tokens live until the
 * app ends or many newer choices were made.
 */
export interface FileTokens {
  issue(file: ChosenFile): string;
  find(token: string): ChosenFile | undefined;
}

export function keepFileTokens(): FileTokens {
  const files = new Map<string, ChosenFile>();
  return {
    issue(file) {
      const token = randomBytes(16).toString('hex');
      files.set(token, file);
      const [oldest] = files.keys();
      if (files.size > MAX_TOKENS && oldest !== undefined) files.delete(oldest);
      return token;
    },
    find: (token) => files.get(token),
  };
}
