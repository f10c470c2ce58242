import type { StepContext } from './field-words.ts';

/** In what the words of each side are read: a condition names the steps of its own version. */
export interface DiffSides {
  readonly before: StepContext;
  readonly after: StepContext;
}
