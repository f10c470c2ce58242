import type { ElectronApplication } from '@playwright/test';

const LOST_ANSWER = 'Resulting promise was garbage collected';
const TRIES = 5;

/**
 * The driver holds what it evaluates in the main process weakly, so now and then its answer is swept away
 * before it is fetched. What was asked has then been done or not, and nothing of ours has failed: it is
 * asked again. Every other error passes.
 */
export function withSteadyDriver(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app) as (...args: unknown[]) => Promise<unknown>;
  const steady = async (...args: unknown[]): Promise<unknown> => {
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await evaluate(...args);
      } catch (error) {
        if (left === 0 || !String(error).includes(LOST_ANSWER)) throw error;
      }
    }
  };
  return Object.assign(app, { evaluate: steady });
}
