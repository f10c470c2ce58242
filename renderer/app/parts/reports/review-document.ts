import type { Review } from '#shared/cadence/review';
import { REVIEW_TOPICS } from '#shared/cadence/review';
import type {
  CommonFigures,
  MonthlyFigures,
  ReviewFigures,
  WeeklyFigures,
} from '#shared/cadence/review-figures';
import type { Formats } from '#shared/exports/formats';
import type { ReportBlock, ReportDocument } from '#shared/exports/report-document';
import { t } from '../../../i18n/text.ts';
import { headlineBlock, outputBlock } from './figure-cells.ts';

/** Whose the report is. */
export interface ReportNames {
  readonly team: string;
  readonly member: (memberId: string) => string;
  /** IANA zone in which its instants are written. */
  readonly timeZone: string;
}

/**
 * A weekly review or a member's month as it is sent: from the figures as they stand or as they were kept,
 * with what was noted and agreed where the review is at hand.
 */
export function reviewDocument(
  figures: ReviewFigures,
  review: Review | null,
  names: ReportNames,
  f: Formats,
): ReportDocument {
  return {
    title: figures.kind === 'weekly' ? t('reports.review.weekly') : t('reports.review.monthly'),
    subtitle: subtitleOf(figures, names, f),
    facts: [
      { label: t('reports.workspace'), value: names.team },
      { label: t('reports.asOf'), value: f.instant(figures.asOfMs, names.timeZone) },
    ],
    locale: f.locale,
    blocks: [
      headlineBlock(figures.headline, figures.currency, f),
      ...section(t('reports.review.output'), [outputBlock(figures.output, f)]),
      ...(figures.kind === 'weekly' ? weeklyBlocks(figures, f) : monthlyBlocks(figures, f)),
      ...workBlocks(figures, names, f),
      ...agreedBlocks(review, figures, names, f),
      ...definitionBlocks(),
    ],
  };
}

function subtitleOf(figures: ReviewFigures, { team }: ReportNames, f: Formats): string {
  const { fromDay, toDay } = figures;
  if (figures.kind === 'weekly') {
    return t('reports.review.week', { team, from: f.day(fromDay), to: f.day(toDay) });
  }
  const month = f.month(fromDay.slice(0, 7));
  return t('reports.review.month', { member: figures.member, month });
}

function weeklyBlocks({ priorities, behind }: WeeklyFigures, f: Formats): readonly ReportBlock[] {
  return [
    ...listed(
      t('reports.review.priorities'),
      priorities.map(({ name, ratio, expectedRatio }) =>
        ratio === null
          ? t('reports.review.unmeasured', { name })
          : t('reports.review.priority', {
              name,
              ratio: f.ratio(ratio),
              expected: expectedRatio === null ? '–' : f.ratio(expectedRatio),
            }),
      ),
    ),
    ...listed(
      t('reports.review.behind'),
      behind.map(({ member, outcome, quantity, target, unit }) =>
        t('reports.review.behindLine', {
          member,
          outcome,
          quantity: f.number(quantity),
          target: f.number(target, 1),
          unit,
        }),
      ),
      true,
    ),
  ];
}

function monthlyBlocks(figures: MonthlyFigures, f: Formats): readonly ReportBlock[] {
  const { weeks, returned, checkIns } = figures;
  const table: ReportBlock = {
    kind: 'table',
    columns: [
      { title: t('reports.review.weekFrom'), isNumber: false },
      { title: t('reports.figure.completed'), isNumber: true },
      { title: t('reports.output.share'), isNumber: true },
    ],
    rows: weeks.map(({ fromDay, count, ratio }) => [
      { text: f.day(fromDay) },
      { text: f.number(count) },
      ratio === null ? { text: '–' } : { text: f.ratio(ratio), shareRatio: ratio },
    ]),
  };
  return [
    ...(weeks.length > 0 ? section(t('reports.review.weeks'), [table]) : []),
    ...listed(
      t('reports.review.returned'),
      returned.map(({ reason, count }) =>
        t('reports.review.returnedLine', { reason: reason || t('reports.review.noReason'), count }),
      ),
    ),
    ...listed(
      t('reports.review.checkIns'),
      checkIns === null
        ? []
        : [
            t('reports.review.checkInsLine', {
              sent: checkIns.sentCount,
              owed: checkIns.owedCount,
            }),
          ],
      true,
    ),
  ];
}

function workBlocks(
  { stuck, late }: CommonFigures,
  { timeZone }: ReportNames,
  f: Formats,
): readonly ReportBlock[] {
  return [
    ...listed(
      t('reports.review.stuck'),
      stuck.map(({ title, outcome, on, who, reason }) => {
        const waits = who || t(`reports.review.on.${on}`);
        const what = t('reports.review.work', { title: title || outcome, outcome });
        return [t('reports.review.stuckLine', { what, waits }), reason].filter(Boolean).join(': ');
      }),
    ),
    ...listed(
      t('reports.review.late'),
      late.map(({ title, outcome, dueAtMs, isOverdue }) => {
        const what = t('reports.review.work', { title: title || outcome, outcome });
        const when = f.instant(dueAtMs, timeZone);
        return isOverdue
          ? t('reports.review.overdueLine', { what, when })
          : t('reports.review.atRiskLine', { what, when });
      }),
    ),
  ];
}

/** What was said and agreed; actions of earlier reviews with what came of them. */
function agreedBlocks(
  review: Review | null,
  { actions, kind }: ReviewFigures,
  names: ReportNames,
  f: Formats,
): readonly ReportBlock[] {
  const due = (day: string): string => (day === '' ? t('reports.review.noDay') : f.day(day));
  const notes = REVIEW_TOPICS[kind].flatMap((topic) => {
    const text = review?.notes[topic].trim() ?? '';
    return text === ''
      ? []
      : [t('reports.review.note', { topic: t(`reviews.notes.${topic}`), text })];
  });
  return [
    ...listed(t('reports.review.notes'), notes, true),
    ...listed(t('reports.review.decisions'), review?.decisions.map(({ text }) => text) ?? [], true),
    ...listed(
      t('reports.review.actions'),
      review?.actions.map(({ text, ownerId, dueDay }) =>
        t('reports.review.action', { text, owner: names.member(ownerId), due: due(dueDay) }),
      ) ?? [],
      true,
    ),
    ...listed(
      t('reports.review.lastActions'),
      actions.map(({ text, owner, state, result }) =>
        [t(`reports.review.actionStates.${state}`, { text, owner }), result]
          .filter(Boolean)
          .join(': '),
      ),
      true,
    ),
  ];
}

/** A number whose meaning is not said is worth nothing to whoever it is sent to. */
const definitionBlocks = (): readonly ReportBlock[] =>
  listed(t('reports.review.meaning'), [
    t('reports.define.attainment'),
    t('reports.define.promises'),
    t('reports.define.accuracy'),
    t('reports.define.turnaround'),
  ]);

const section = (text: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] => [
  { kind: 'heading', text },
  ...blocks,
];

/** Nothing where there is nothing to list. */
const listed = (
  text: string,
  items: readonly string[],
  isInternal = false,
): readonly ReportBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text, isInternal },
        { kind: 'list', items, isInternal },
      ];
