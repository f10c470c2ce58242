import type { Formats } from '#shared/exports/formats';
import type { ReportBlock, ReportDocument, WrittenCell } from '#shared/exports/report-document';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { t } from '../../i18n/text.ts';
import { logWarnings } from './log-warnings.ts';

/** A hand-over as it is printed. */
export function handOverDocument(facts: HandOverFacts, f: Formats): ReportDocument {
  const { member, madeAtMs, byName, workspaceName } = facts;
  const at = (ms: number | null): string => (ms === null ? '–' : f.instant(ms, member.timeZone));
  return {
    title: t('handover.paper.title', { name: member.name }),
    subtitle: [member.title, member.place].filter(Boolean).join(' · '),
    facts: [
      { label: t('reports.workspace'), value: workspaceName },
      { label: t('handover.paper.made'), value: at(madeAtMs) },
      { label: t('handover.paper.by'), value: byName },
      { label: t('handover.paper.zone'), value: member.timeZone },
    ],
    locale: f.locale,
    blocks: [
      ...listed(
        t('handover.paper.log'),
        logWarnings(facts, madeAtMs, at).map(({ title, text }) => `${title}. ${text}`),
      ),
      ...tabled(
        t('handover.give.kind.outcome'),
        [t('handover.paper.outcome'), t('handover.paper.statement'), t('handover.paper.standIns')],
        facts.outcomes.map(({ name, statement, standIns }) => [
          name,
          statement,
          standIns.join(', '),
        ]),
      ),
      ...notes(facts),
      ...tabled(
        t('handover.give.kind.run'),
        [t('handover.paper.sop'), t('handover.paper.step'), t('handover.answers')],
        facts.runs.map((run) => [
          [run.sop, run.work].filter(Boolean).join(' · '),
          t('handover.give.step', { at: run.stepNumber, count: run.stepCount, step: run.step }),
          run.answers.map(({ step, answer }) => `${step}: ${answer}`).join('; '),
        ]),
      ),
      ...tabled(
        t('handover.history.title'),
        [t('handover.paper.work'), t('handover.paper.stage'), t('handover.paper.due')],
        facts.work.flatMap((work): readonly Row[] => [
          [
            [work.title, work.client, work.outcome].filter(Boolean).join(' · '),
            t(`log.stage.${work.stage}`),
            at(work.dueAtMs),
          ],
          ...work.history.map(({ atMs, what }) => part(`${at(atMs)} · ${what}`)),
          ...(work.note === '' ? [] : [part(work.note)]),
        ]),
      ),
      ...listed(
        t('handover.blockers.title'),
        facts.blockers.map(({ what, who, reason, sinceMs, way }) =>
          [
            what,
            t(`handover.blockers.${way}`, { who }),
            reason,
            t('handover.blockers.since', { when: at(sinceMs) }),
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      ...tabled(
        t('handover.give.kind.recurring'),
        [t('handover.paper.what'), t('handover.paper.rule')],
        facts.recurring.map(({ title, rule }) => [title, rule]),
      ),
      ...tabled(
        t('handover.sops.title'),
        [t('handover.paper.sop'), t('handover.paper.others')],
        facts.sops.map(({ title, others }) => [
          title,
          others.map(({ name, why }) => t(`handover.sops.${why}`, { name })).join(', ') ||
            t('handover.sops.nobody'),
        ]),
      ),
      ...tabled(
        t('handover.contacts.title'),
        [t('handover.paper.name'), t('handover.paper.about')],
        facts.contacts.map(({ name, about }) => [name, about.join(', ')]),
      ),
      ...listed(
        t('handover.instructions.title'),
        facts.instructions.map(({ text }) => text),
      ),
    ],
  };
}

const notes = ({ notes }: HandOverFacts): readonly ReportBlock[] =>
  notes.length === 0
    ? []
    : [
        { kind: 'heading', text: t('handover.notes.title') },
        ...notes.map(({ about, text, byName }): ReportBlock => {
          const by = byName === '' ? '' : ` (${byName})`;
          return { kind: 'text', text: `${about}: ${text}${by}` };
        }),
      ];

const listed = (text: string, items: readonly string[]): readonly ReportBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text },
        { kind: 'list', items },
      ];

type Row = readonly (string | WrittenCell)[];

/** A line below a piece of work, of what was done about it. */
const part = (text: string): Row => [{ text, isPart: true }];

const tabled = (
  text: string,
  titles: readonly string[],
  rows: readonly Row[],
): readonly ReportBlock[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', text },
        {
          kind: 'table',
          columns: titles.map((title) => ({ title, isNumber: false })),
          rows: rows.map((row) =>
            row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
          ),
        },
      ];
