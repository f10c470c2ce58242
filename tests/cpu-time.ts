/**
 * Begins to count the processor time of this process; what it gives tells how much has passed since, ms. What
 * else the machine has to do is not in it, nor is waiting: a limit on it holds on a busy machine, too.
 */
export function cpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** The processor time that a run takes, ms. */
export function cpuMsOf(run: () => void): number {
  const tookMs = cpuClock();
  run();
  return tookMs();
}
