import type { IpcFailure } from '#shared/ipc';
import { t } from './text.ts';

export interface FailureWords {
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly text: string;
}

/** The one place where failure codes become words. A code without words does not compile. */
export const failureText = ({ code }: Pick<IpcFailure, 'code'>): FailureWords => ({
  title: t(`failures.title.${code}`),
  text: t(`failures.text.${code}`),
});
