/** How often a fault is to be made, and the seed that makes its random choices repeatable. */
export interface FaultOptions {
  readonly count: number;
  readonly seed: number;
  readonly onProgress: (done: number) => void;
}

/** What came of it. Every figure but `count` and those that say how much was tried is to be 0. */
export interface FaultResult {
  readonly name: string;
  readonly count: number;
  /** Acknowledged changes that were not there afterwards. */
  readonly lost: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly isGood: boolean;
}

export interface Fault {
  readonly defaultCount: number;
  run(options: FaultOptions): Promise<FaultResult>;
}
