import { Suspense, lazy, useCallback, useRef, useState } from 'react';
import { t } from '../../../i18n/text.ts';
import type { Plan } from '../../../data/plan.ts';
import type { AssignStart } from '../../../state/assign-dialog.ts';
import {
  closeAssignDialog,
  openAssign,
  openAssignMany,
  openRecurring,
} from '../../../state/assign-dialog.ts';
import { useSessionOf } from '../../../state/session.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import css from './assign.module.css';
import { onlyReceiver } from './choices.ts';
import { FooterSlot } from './footer-slot.tsx';
import { OneForm } from './one-form.tsx';

const WAYS = ['one', 'many', 'recurring'] as const;
export type Way = (typeof WAYS)[number];

const OPEN = { one: openAssign, many: openAssignMany, recurring: openRecurring } as const;

// What reads tables and rules is fetched by whoever pastes or repeats.
const ManyForm = lazy(async () => ({ default: (await import('./many-form.tsx')).ManyForm }));
const RecurringForm = lazy(async () => ({
  default: (await import('./recurring-form.tsx')).RecurringForm,
}));

interface GiveOutDialogProps {
  readonly plan: Plan;
  readonly way: Way;
  readonly start: AssignStart;
}

/** Giving out work, in one of three ways; whom it is for stays while the way changes. */
export function GiveOutDialog({ plan, way, start }: GiveOutDialogProps) {
  const { seat, memberId: ownId } = useSessionOf('seat', 'memberId');
  const [footer, setFooter] = useState<HTMLElement | null>(null);
  const [memberId, setMemberId] = useState(() => start.memberId ?? onlyReceiver(plan, seat, ownId));
  const [wasSwitched, setWasSwitched] = useState(false);
  const firstField = useRef<HTMLElement>(null);
  const findFirstField = useCallback((form: HTMLElement | null) => {
    firstField.current = form?.querySelector<HTMLElement>('[role="combobox"]') ?? null;
  }, []);
  // Whoever walks along the tabs stays there; only what was asked for takes the keyboard.
  const takesFocus = !wasSwitched;
  const shared = { plan, memberId, onMember: setMemberId, onClose: closeAssignDialog };
  const outcomeId = start.outcomeId ?? '';
  const { sopId } = start;
  if (sopId !== undefined) {
    const sop = plan.sopById.get(sopId)?.title || t('schedules.untitled');
    return (
      <Dialog
        isOpen
        size="lg"
        initialFocus={firstField}
        title={t('schedules.title', { sop })}
        onClose={closeAssignDialog}
        footer={<div ref={setFooter} className={css['footer']} />}
      >
        <FooterSlot value={footer}>
          <div ref={findFirstField}>
            <Suspense fallback={<LoadingState label={t('assign.loading')} />}>
              <RecurringForm {...shared} start={start} takesFocus />
            </Suspense>
          </div>
        </FooterSlot>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      size={way === 'many' ? 'xl' : 'lg'}
      initialFocus={firstField}
      title={t(seat === 'manager' ? 'assign.title' : 'assign.ownTitle')}
      onClose={closeAssignDialog}
      footer={<div ref={setFooter} className={css['footer']} />}
    >
      <FooterSlot value={footer}>
        <Tabs<Way>
          label={t('assign.ways')}
          value={way}
          onChange={(next) => {
            setWasSwitched(true);
            OPEN[next]({ ...start, memberId });
          }}
          tabs={WAYS.map((value) => ({ value, label: t(`assign.way.${value}`) }))}
        >
          <div ref={findFirstField}>
            <Suspense fallback={<LoadingState label={t('assign.loading')} />}>
              {way === 'one' && <OneForm {...shared} outcomeId={outcomeId} />}
              {way === 'many' && (
                <ManyForm {...shared} outcomeId={outcomeId} takesFocus={takesFocus} />
              )}
              {way === 'recurring' && (
                <RecurringForm {...shared} start={start} takesFocus={takesFocus} />
              )}
            </Suspense>
          </div>
        </Tabs>
      </FooterSlot>
    </Dialog>
  );
}
