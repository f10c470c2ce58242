import { isReturned } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { whyReturned } from '#shared/quality/quality-check';
import type { QualityCheck } from '#shared/quality/quality-check';
import { EntryLife } from '../../app/parts/entry-life.tsx';
import { StageBadge } from '../../app/parts/stage-badge.tsx';
import { stageOf } from '#shared/deliverables/deliverable';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { DrawnFacts } from './drawn-facts.tsx';
import css from './quality.module.css';
import reviewCss from './review.module.css';
import { RunRecord } from './run-record.tsx';
import type { DrawnItem } from './use-review.ts';

interface DrawnDetailProps {
  readonly plan: Plan;
  readonly item: DrawnItem;
}

/** One drawn deliverable whole: what it says, its checklist with every file, and what was said of it. */
export function DrawnDetail({ plan, item: { work, check, title } }: DrawnDetailProps) {
  if (!work) {
    return (
      <div className={reviewCss['detail']}>
        {title !== '' && <h2 className={reviewCss['detailTitle']}>{title}</h2>}
        <Callout title={t('quality.review.missingTitle')}>
          {t('quality.review.missingText')}
        </Callout>
      </div>
    );
  }
  return (
    // Scrolled by keyboard where it is longer than the window.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={reviewCss['detail']} tabIndex={0} role="group" aria-label={title}>
      <h2 className={reviewCss['detailTitle']}>
        {title} <StageBadge stage={stageOf(work)} />
      </h2>
      {check && <Said plan={plan} check={check} />}
      {!check && work.completedAtMs === null && <OpenAgain work={work} />}
      <div className={reviewCss['detailColumns']}>
        <DrawnFacts plan={plan} work={work} />
        <EntryLife entry={work} />
      </div>
      <RunRecord plan={plan} work={work} />
    </div>
  );
}

const TONES = { accepted: 'good', returned: 'warn', skipped: 'neutral' } as const;

function Said({ plan, check }: { readonly plan: Plan; readonly check: QualityCheck }) {
  const said = t('quality.review.said', {
    verdict: t(`quality.review.${check.verdict}`),
    name: plan.memberById.get(check.checkedById)?.name ?? '',
    when: formatDateTime(check.checkedAtMs),
  });
  return (
    <div className={reviewCss['said']} data-tone={TONES[check.verdict]}>
      <p className={css['strong']}>{said}</p>
      {whyReturned(check) !== '' && <p>{whyReturned(check)}</p>}
      <p className={css['muted']}>{t('quality.review.change')}</p>
    </div>
  );
}

function OpenAgain({ work }: { readonly work: Deliverable }) {
  const hasReason = isReturned(work) && work.returnReason !== '';
  return (
    <Callout tone="warn" title={t('quality.review.openAgain')}>
      {hasReason
        ? t('quality.review.openAgainText', { reason: work.returnReason })
        : t('quality.review.openAgainPlain')}
    </Callout>
  );
}
