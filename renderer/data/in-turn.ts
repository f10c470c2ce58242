/** Runs tasks one after the other, in the order they were given. A task that fails does not stop the next. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  async run<T>(task: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const own = afterwards(before, task);
    this.#last = own;
    return await own;
  }
}

async function afterwards<T>(before: Promise<unknown>, task: () => Promise<T>): Promise<T> {
  try {
    await before;
  } catch {
    // Whoever gave that task has been told.
  }
  return await task();
}
