import { Dices } from 'lucide-react';
import { useState } from 'react';
import { dayIn } from '#shared/day';
import { ExportMenu } from '../../app/parts/reports/export-menu.tsx';
import type { Plan } from '../../data/plan.ts';
import { useDueSamples } from '../../data/quality/due-samples.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { AccuracyPanel } from './accuracy-panel.tsx';
import { DrawDialog } from './draw-dialog.tsx';
import type { DrawValues } from './draw-values.ts';
import { firstValues, valuesOfDue } from './draw-values.ts';
import { DuePanel } from './due-panel.tsx';
import { qualityTables } from './quality-tables.ts';
import css from './quality.module.css';
import { ReasonsDialog } from './reasons-dialog.tsx';
import { SamplesPanel } from './samples-panel.tsx';

/** What is due to be looked at, how good work was, and every sample. */
export function QualityHome({ plan }: { readonly plan: Plan }) {
  const memberId = useSession((session) => session.memberId);
  const zone = plan.memberById.get(memberId)?.timeZone ?? 'UTC';
  const today = dayIn(zone, useNow());
  const due = useDueSamples(plan, today);
  const [drawing, setDrawing] = useState<DrawValues | null>(null);
  const [isListing, setIsListing] = useState(false);
  return (
    <Page
      title={t('quality.title')}
      subtitle={t('quality.subtitle')}
      actions={
        <>
          <ExportMenu
            name={t('quality.title')}
            tables={async () => await qualityTables(plan, zone)}
          />
          <Button variant="quiet" onClick={() => setIsListing(true)}>
            {t('quality.reasons')}
          </Button>
          <Button
            variant="primary"
            icon={<Dices size={15} aria-hidden />}
            onClick={() => setDrawing(firstValues(today))}
          >
            {t('quality.drawSample')}
          </Button>
        </>
      }
    >
      <div className={css['home']}>
        {due !== undefined && due.length > 0 && (
          <DuePanel plan={plan} due={due} onDraw={(each) => setDrawing(valuesOfDue(each))} />
        )}
        <SamplesPanel plan={plan} onDraw={() => setDrawing(firstValues(today))} />
        <AccuracyPanel plan={plan} today={today} />
      </div>
      {drawing && <DrawDialog plan={plan} first={drawing} onClose={() => setDrawing(null)} />}
      {isListing && <ReasonsDialog plan={plan} onClose={() => setIsListing(false)} />}
    </Page>
  );
}
