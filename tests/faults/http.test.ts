import { expect, test } from 'vitest';
import { HOSTILE_ANSWERS } from './hostile-answers.ts';
import { http } from './http.ts';

test(
  'no hostile answer makes anything count as sent, and a line that breaks delivers each entry once',
  { timeout: 120_000 },
  async () => {
    expect(HOSTILE_ANSWERS.length).toBeGreaterThanOrEqual(30);
    const result = await http.run({ count: 60, seed: 1, onProgress: () => undefined });
    expect(result).toMatchObject({
      lost: 0,
      figures: { falseSent: 0, notOnce: 0, misread: 0, answers: HOSTILE_ANSWERS.length },
      isGood: true,
    });
    expect(result.figures['resets']).toBeGreaterThan(5);
  },
);
