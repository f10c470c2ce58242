import { unpackLine } from '../../renderer/data/segments/segment-line.ts';
import { deliverableFrom } from '../../shared/deliverables/deliverable.ts';
import type { Deliverable } from '../../shared/deliverables/deliverable.ts';
import { Accumulator } from '../../shared/metrics/accumulator.ts';
import { complianceOf } from '../../shared/metrics/compliance.ts';
import { contributionsOf } from '../../shared/metrics/contributions.ts';
import { quantile } from '../../shared/metrics/rollup.ts';
import type { DayTotals } from '../../shared/metrics/rollup.ts';
import { sumTotals } from '../../shared/metrics/sum-totals.ts';
import { termsBook } from '../../shared/metrics/terms.ts';
import type { TermsBook } from '../../shared/metrics/terms.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';
import { timedRecords } from './timed-records.ts';

const RECORDS = 50_000;
/** Each has all the records, so that memory holds one member's at a time: a million in all. */
const MEMBERS = Array.from({ length: 20 }, (_, at) => `member${at}`);
const ROUNDS = 5;
const LIMIT_RATIO = 3;

/**
 * Every figure of a million deliverables from scratch, with two promises in working time each: what each
 * adds, rolled up by member, outcome and day, down to compliance and percentiles. Beside it the same
 * records only parsed, line by line as segments hold them, member by member in turn.
 */
export function measureMetrics(): Promise<Figure> {
  const { lines, termsFor } = timedRecords(RECORDS);
  const deliverables = lines.map((line) => deliverableFrom(unpackLine(line, 'm-member')));
  const rounds = Array.from({ length: ROUNDS }, () =>
    measureRound(lines, deliverables, termsBook(termsFor(MEMBERS))),
  );
  const count = RECORDS * MEMBERS.length;
  const passSeconds = median(rounds.map((round) => round.passSeconds));
  return Promise.resolve({
    name: 'metrics',
    values: {
      ratio: median(rounds.map((round) => round.passSeconds / round.parseSeconds)),
      passSeconds,
      parseSeconds: median(rounds.map((round) => round.parseSeconds)),
      perSecond: count / passSeconds,
      deliverables: count,
      recordBytes: lines.reduce((sum, line) => sum + line.length, 0) / lines.length,
    },
    limited: 'ratio',
    limit: LIMIT_RATIO,
  });
}

function measureRound(
  lines: readonly string[],
  deliverables: readonly Deliverable[],
  terms: TermsBook,
): { passSeconds: number; parseSeconds: number } {
  let parseMs = 0;
  let passMs = 0;
  const byOutcome: DayTotals[] = [];
  for (const memberId of MEMBERS) {
    const startedMs = performance.now();
    for (const line of lines) JSON.parse(line.slice(line.indexOf('\t') + 1));
    const parsedMs = performance.now();
    byOutcome.push(...figuresOf(memberId, deliverables, terms));
    const passedMs = performance.now();
    parseMs += parsedMs - startedMs;
    passMs += passedMs - parsedMs;
  }
  const startedMs = performance.now();
  const whole = sumTotals(byOutcome);
  readFigures(whole);
  passMs += performance.now() - startedMs;
  const expected = lines.length * MEMBERS.length;
  const promised = complianceOf(whole, undefined, ['completed']).raw.counted;
  if (whole.count !== expected || promised !== expected)
    throw new Error('Something was not counted');
  return { passSeconds: passMs / 1000, parseSeconds: parseMs / 1000 };
}

/** The totals of each of a member's outcomes, with every figure read off them. */
function figuresOf(
  memberId: string,
  deliverables: readonly Deliverable[],
  terms: TermsBook,
): readonly DayTotals[] {
  const accumulator = new Accumulator();
  for (const each of deliverables) {
    const contributions = contributionsOf(each, terms.of(memberId, each.outcomeId));
    for (const contribution of contributions) accumulator.add(contribution);
  }
  const byOutcome = new Map<string, DayTotals[]>();
  for (const { outcomeId, totals } of accumulator.cells()) {
    const held = byOutcome.get(outcomeId);
    if (held) held.push(totals);
    else byOutcome.set(outcomeId, [totals]);
  }
  return [...byOutcome.values()].map((days) => {
    const totals = sumTotals(days);
    readFigures(totals);
    return totals;
  });
}

function readFigures(totals: DayTotals): void {
  const { raw, excused } = complianceOf(totals);
  if (raw.counted !== excused.counted) throw new Error('Answered promises are counted either way');
  for (const p of [0.5, 0.85, 0.95]) {
    quantile(totals.turnaroundWorkMs, p);
    quantile(totals.cycleActiveMs, p);
    quantile(totals.responseWorkMs, p);
  }
}
