import { useRef, useState } from 'react';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceAssigned } from '../../../services/announce-assigned.ts';
import { MOST_AT_ONCE, assignEach } from '../../../services/assign.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { Select } from '../../../ui/select.tsx';
import { SubmitArea } from '../../../ui/submit-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { zoneOptions } from '../zones.ts';
import css from './assign.module.css';
import { outcomeOptions } from './choices.ts';
import { InFooter } from './footer-slot.tsx';
import { useFocusOn } from './form-keys.ts';
import { MemberField } from './member-field.tsx';
import { PastedColumnsRow } from './pasted-columns-row.tsx';
import { PastedRows } from './pasted-rows.tsx';
import { usePasted } from './use-pasted.ts';

interface ManyFormProps {
  readonly plan: Plan;
  readonly takesFocus: boolean;
  readonly memberId: string;
  readonly outcomeId: string;
  readonly onMember: (memberId: string) => void;
  readonly onClose: () => void;
}

/** The rows of a pasted table as work: what was understood is shown row by row before anything is given out. */
export function ManyForm({
  plan,
  takesFocus,
  memberId,
  outcomeId: startOutcome,
  onMember,
  onClose,
}: ManyFormProps) {
  const ownId = useSession((session) => session.memberId);
  const [text, setText] = useState('');
  const [outcomeId, setOutcomeId] = useState(startOutcome);
  const [zone, setZone] = useState(plan.memberById.get(ownId)?.timeZone ?? 'UTC');
  const [wasCleared, setWasCleared] = useState(false);
  const [leavesOut, setLeavesOut] = useState(false);
  const [givesAgain, setGivesAgain] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const reading = usePasted(text, plan, { memberId, outcomeId, zone });
  const { pasted, failure } = reading;
  const form = useRef<HTMLDivElement>(null);
  useFocusOn(form, '[role="row"][tabindex="0"], [role="grid"]', pasted !== null);
  const rows = pasted?.rows ?? [];
  const faulty = rows.filter(({ faults }) => faults.length > 0);
  const repeated = rows.filter(({ faults, repeats }) => faults.length === 0 && repeats !== null);
  const ready = rows.filter(
    ({ faults, repeats }) => faults.length === 0 && (repeats === null || givesAgain),
  );
  const isOrderOpen = pasted !== null && pasted.dateOrder === null;
  const isBlocked =
    ready.length === 0 ||
    ready.length > MOST_AT_ONCE ||
    isOrderOpen ||
    (faulty.length > 0 && !leavesOut);

  async function submit(): Promise<void> {
    if (isBlocked || isSaving) return;
    setIsSaving(true);
    const assigned = await assignEach(ready);
    setIsSaving(false);
    if (announceAssigned(t('assign.told.givenMany', { count: ready.length }), assigned)) onClose();
  }

  return (
    <>
      <SubmitArea ref={form} className={css['form']} onSubmit={() => void submit()}>
        <MemberField
          plan={plan}
          label={t('assign.many.member')}
          value={memberId}
          onChange={onMember}
        />
        <Select
          label={t('assign.many.outcome')}
          placeholder={t('assign.form.chooseOutcome')}
          value={outcomeId || null}
          options={outcomeOptions(plan, memberId)}
          onChange={setOutcomeId}
        />
        {pasted ? (
          <>
            <div className={css['wide']}>
              <PastedColumnsRow
                pasted={pasted}
                onColumn={reading.sayColumn}
                onHeader={reading.sayHeader}
                onOrder={reading.sayOrder}
              />
            </div>
            <Combobox
              label={t('assign.many.zone')}
              value={zone}
              options={zoneOptions()}
              onChange={(next) => next !== null && setZone(next)}
            />
            <div className={css['again']}>
              <Button
                onClick={() => {
                  setText('');
                  setWasCleared(true);
                  reading.startAfresh();
                }}
              >
                {t('assign.many.other')}
              </Button>
            </div>
            <div className={css['wide']}>
              <PastedRows rows={rows} plan={plan} zone={zone} />
            </div>
            <div className={css['wideStack']}>
              {rows.length > MOST_AT_ONCE && (
                <Callout
                  tone="bad"
                  title={t('assign.refused.too-many.title', { limit: MOST_AT_ONCE })}
                >
                  {t('assign.refused.too-many.text')}
                </Callout>
              )}
              {faulty.length > 0 && (
                <Checkbox
                  label={t('assign.many.leaveOut', { count: faulty.length })}
                  checked={leavesOut}
                  onChange={setLeavesOut}
                />
              )}
              {repeated.length > 0 && (
                <Checkbox
                  label={t('assign.many.again', { count: repeated.length })}
                  description={t('assign.many.againHint')}
                  checked={givesAgain}
                  onChange={setGivesAgain}
                />
              )}
            </div>
          </>
        ) : (
          <div className={css['wide']}>
            <TextField
              label={t('assign.many.paste')}
              description={t('assign.many.hint')}
              error={failure ? t('assign.many.unreadable') : undefined}
              placeholder={t('assign.many.placeholder')}
              multiline
              rows={9}
              autoFocus={takesFocus || wasCleared}
              value={text}
              onChange={setText}
            />
          </div>
        )}
      </SubmitArea>
      <InFooter>
        <Button variant="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button
          variant="primary"
          shortcut="Ctrl+↵"
          isDisabled={isBlocked}
          isBusy={isSaving}
          onClick={() => void submit()}
        >
          {t('assign.many.give', { count: ready.length })}
        </Button>
      </InFooter>
    </>
  );
}
