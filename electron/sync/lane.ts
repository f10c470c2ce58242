/** Runs jobs one after another, each whatever became of the one before. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job, job);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** When everything that was asked for until now is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
