import { pathOfArgument } from './outside-invites.ts';

const FILE_END = /\.outlog$/i;
const MAX_CHARACTERS = 32 * 1024;

/** Batch files among a program's arguments. Nothing else is read from them. */
export const batchesInArguments = (args: readonly string[]): readonly string[] =>
  args
    .slice(1)
    .filter((arg) => arg.length <= MAX_CHARACTERS && !arg.startsWith('-') && FILE_END.test(arg))
    .map(pathOfArgument);

/** Batch files that were opened outside the window, until the window asks for them. */
export class OutsideBatches {
  #waiting: string[] = [];
  /** Set by whoever can tell the window. */
  onArrived: () => void = () => undefined;

  note(files: readonly string[]): void {
    if (files.length === 0) return;
    this.#waiting.push(...files);
    this.onArrived();
  }

  take(): readonly string[] {
    const files = this.#waiting;
    this.#waiting = [];
    return files;
  }
}
