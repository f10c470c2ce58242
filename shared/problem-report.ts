/** A mistake of the program in its window, without its message, which may quote what somebody typed. */
export interface PageProblem {
  /** The error's kind, such as `TypeError`. */
  readonly error: string;
  /** Places in the code, one a line. */
  readonly places: string;
}

const MAX_PLACES = 20;

/** What may be written down of an error: its kind and the lines of its stack that are places. */
export function pageProblem(error: unknown): PageProblem {
  if (!(error instanceof Error)) return { error: typeof error, places: '' };
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, MAX_PLACES)
    .join('\n');
  return { error: error.name, places };
}
