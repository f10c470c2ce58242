import { unpackLine } from '../../renderer/data/segments/segment-line.ts';
import { deliverableFrom } from '../../shared/deliverables/deliverable.ts';
import type { Deliverable } from '../../shared/deliverables/deliverable.ts';
import { Accumulator } from '../../shared/metrics/accumulator.ts';
import { contributionsOf } from '../../shared/metrics/contributions.ts';
import { termsBook } from '../../shared/metrics/terms.ts';
import { seededRandom } from '../../shared/random.ts';
import type { Figure } from './figures.ts';
import { median, percentile } from './figures.ts';
import { timedRecords } from './timed-records.ts';

const DELIVERABLES = 100_000;
const EDITS = 20_000;
const LIMIT_US = 20;
const MEMBER = 'member';

/**
 * One edit of one deliverable among a hundred thousand: what it added is taken out of its member's
 * roll-ups and what it adds now is put in, with its working times and promises worked out both times.
 */
export function measureRollup(): Promise<Figure> {
  const { lines, termsFor } = timedRecords(DELIVERABLES);
  const deliverables = lines.map((line) => deliverableFrom(unpackLine(line, 'm-member')));
  const terms = termsBook(termsFor([MEMBER]));
  const accumulator = new Accumulator();
  const shift = (deliverable: Deliverable, change: 'add' | 'remove'): void => {
    const contributions = contributionsOf(deliverable, terms.of(MEMBER, deliverable.outcomeId));
    for (const contribution of contributions) accumulator[change](contribution);
  };
  for (const each of deliverables) shift(each, 'add');

  const random = seededRandom('edits');
  const samples: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const at = random.whole(0, DELIVERABLES - 1);
    const before = deliverables[at];
    if (!before) throw new Error('There is a deliverable at every position');
    const after = edited(before, edit);
    const startedMs = performance.now();
    shift(before, 'remove');
    shift(after, 'add');
    samples.push((performance.now() - startedMs) * 1000);
    deliverables[at] = after;
  }
  const count = accumulator.cells().reduce((sum, { totals }) => sum + totals.count, 0);
  if (count !== DELIVERABLES) throw new Error('An edit lost or doubled something');
  return Promise.resolve({
    name: 'rollup',
    values: {
      us: median(samples),
      p99Us: percentile(samples, 0.99),
      deliverables: DELIVERABLES,
      edits: EDITS,
    },
    limited: 'us',
    limit: LIMIT_US,
  });
}

/** Said differently: half an hour later, one more, and an error noted. */
const edited = (deliverable: Deliverable, edit: number): Deliverable => ({
  ...deliverable,
  quantity: deliverable.quantity + 1,
  errors: (edit % 3) + 1,
  completedAtMs: (deliverable.completedAtMs ?? 0) + 30 * 60_000,
});
