import { currencyOf } from '#shared/plan/workspace';
import { bridge } from '../../bridge.ts';
import { quantityText } from '../../i18n/entry-words.ts';
import { formatMoney, formatQuantity } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { momentText } from './moment-text.ts';
import type { Work } from './use-work.ts';
import type { WorkItem } from './work-item.ts';
import css from './work-detail.module.css';

interface DetailFactsProps {
  readonly item: WorkItem;
  readonly work: Work;
}

/** What is written down about a piece of work; what nobody said is left out. */
export function DetailFacts({ item: { entry, memberName }, work }: DetailFactsProps) {
  const { plan } = work;
  const unit = plan.outcomeById.get(entry.outcomeId)?.unit ?? t('log.items');
  const currency = currencyOf(plan.workspace, entry.currency);
  const at = (ms: number | null) => (ms === null ? '' : momentText(ms, entry, work));
  const nameOf = (memberId: string) => plan.memberById.get(memberId)?.name ?? '';
  const money = (minor: number | null) => (minor === null ? '' : formatMoney(minor, currency));
  const facts: readonly (readonly [string, string])[] = [
    [t('log.list.member'), memberName],
    [t('log.form.client'), entry.client],
    [t('log.form.quantity'), quantityText(entry.quantity, unit)],
    [t('log.form.errors'), entry.errors === null ? '' : formatQuantity(entry.errors)],
    [t('log.detail.value'), money(entry.valueMinor)],
    [t('work.detail.cost'), money(entry.costMinor)],
    [t('work.detail.requested'), at(entry.requestedAtMs)],
    [
      t('work.detail.assigned'),
      [nameOf(entry.assignedById), at(entry.assignedAtMs)].filter(Boolean).join(', '),
    ],
    [t('work.detail.responded'), at(entry.respondedAtMs)],
    [t('work.detail.started'), at(entry.startedAtMs)],
    [t('work.detail.completed'), at(entry.completedAtMs)],
    [t('work.detail.reviewed'), nameOf(entry.reviewedById)],
    [t('work.detail.returnReason'), entry.returnReason],
    [t('log.detail.rework'), entry.reopenedCount > 0 ? formatQuantity(entry.reopenedCount) : ''],
    [t('log.form.note'), entry.note],
  ];
  return (
    <section className={css['section']}>
      <h3 className={css['sectionTitle']}>{t('work.detail.facts')}</h3>
      <dl className={css['rows']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className={css['fact']}>
              <dt className={css['factName']}>{label}</dt>
              <dd className={css['factValue']}>{value}</dd>
            </div>
          ))}
        {entry.reference !== '' && (
          <div className={css['fact']}>
            <dt className={css['factName']}>{t('log.form.reference')}</dt>
            <dd className={css['factValue']}>
              <Reference text={entry.reference} />
            </dd>
          </div>
        )}
        {entry.runId !== '' && (
          <div className={css['fact']}>
            <dt className={css['factName']}>{t('log.detail.run')}</dt>
            <dd>
              <Button size="sm" variant="quiet" onClick={() => go('run', { runId: entry.runId })}>
                {t('log.detail.openRun')}
              </Button>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** A link opens in the browser; anything else is only text. */
function Reference({ text }: { readonly text: string }) {
  if (!/^https?:\/\//i.test(text)) return text;
  return (
    <button
      type="button"
      className={css['link']}
      onClick={() => void bridge.openLink({ url: text })}
    >
      {text}
    </button>
  );
}
