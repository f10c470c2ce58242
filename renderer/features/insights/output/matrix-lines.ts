import type { Grouping } from '#shared/metrics/insights/group-by';
import { outputOver } from '#shared/metrics/insights/group-output';
import type { LineGroup, OutputLine } from '#shared/metrics/insights/group-output';
import type { Plan } from '../../../data/plan.ts';
import { nameOf, unitOf } from '../group-names.ts';

/** By name, or by how far from target, furthest first. */
export type RowOrder = 'name' | 'distance';

/** One row of the matrix: a group, or one line of an unfolded group. */
export interface MatrixLine {
  readonly id: string;
  readonly name: string;
  readonly depth: 0 | 1;
  /** What it is a group by; `line` is one member's work for one outcome. */
  readonly by: Grouping | 'line';
  readonly lines: readonly OutputLine[];
  /** What all of it is counted in; null where units differ. */
  readonly unit: string | null;
  readonly isOpenable: boolean;
}

interface MatrixLinesInput {
  /** By name. */
  readonly groups: readonly LineGroup<OutputLine>[];
  readonly by: Grouping;
  readonly order: RowOrder;
  readonly opened: ReadonlySet<string>;
  readonly plan: Plan;
}

export function matrixLines(input: MatrixLinesInput): readonly MatrixLine[] {
  const { groups, by, order, opened, plan } = input;
  const ordered = order === 'name' ? groups : furthestFirst(groups);
  return ordered.flatMap(({ id, lines }) => {
    const row: MatrixLine = {
      id,
      name: nameOf(by, id, plan),
      depth: 0,
      by,
      lines,
      unit: unitOf(lines, plan),
      isOpenable: lines.length > 1,
    };
    return opened.has(id) ? [row, ...innerLines(row, plan)] : [row];
  });
}

/** A member's row unfolds into outcomes; an outcome's into members; others into the outcomes they hold. */
function innerLines({ id, by, lines }: MatrixLine, plan: Plan): readonly MatrixLine[] {
  return lines
    .map((line): MatrixLine => {
      const member = nameOf('member', line.memberId, plan);
      const outcome = nameOf('outcome', line.outcomeId, plan);
      const name = by === 'member' ? outcome : by === 'outcome' ? member : `${outcome}, ${member}`;
      return {
        id: `${id} ${line.memberId} ${line.outcomeId}`,
        name,
        depth: 1,
        by: 'line',
        lines: [line],
        unit: unitOf([line], plan),
        isOpenable: false,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function furthestFirst(groups: readonly LineGroup<OutputLine>[]): readonly LineGroup<OutputLine>[] {
  return groups
    .map((group) => ({
      group,
      ratio: outputOver(group.lines).attainment?.ratio ?? Number.POSITIVE_INFINITY,
    }))
    .toSorted((a, b) => (a.ratio === b.ratio ? 0 : a.ratio - b.ratio))
    .map(({ group }) => group);
}
