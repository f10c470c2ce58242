import { useState } from 'react';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { createImported } from '../../../services/sop-port/create-imported.ts';
import { go } from '../../../state/route.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { SopDraft } from '../use-sop-draft.ts';
import type { ImportInto } from './import-plan.ts';
import { importIntoDraft, importPlan } from './import-plan.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportSource } from './import-source.tsx';
import { useSopReading } from './use-sop-reading.ts';

interface ImportDialogProps {
  readonly plan: Plan;
  /** The draft that is open; null where there is none to put steps into. */
  readonly draft: SopDraft | null;
  readonly onClose: () => void;
}

/** From a document to drafts: choose it, see what was read and what was not, and take it. */
export function ImportDialog({ plan, draft, onClose }: ImportDialogProps) {
  const ownerId = useSession((session) => session.memberId);
  const state = useSopReading();
  const [into, setInto] = useState<ImportInto>(draft ? 'replace' : 'new');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [outcomeId, setOutcomeId] = useState(draft?.sop.outcomeId ?? '');
  const [isSaving, setIsSaving] = useState(false);
  const planned = state.reading && importPlan(state.reading, leftOut, into, plan);

  const take = async () => {
    const [first] = planned?.sops ?? [];
    if (!planned || !first || planned.problem) return;
    if (draft && into !== 'new') {
      importIntoDraft(draft, first, into);
      showToast({
        title:
          into === 'replace'
            ? t('sopPort.done.replace')
            : t('sopPort.done.append', { count: planned.steps }),
        tone: 'good',
      });
      onClose();
      return;
    }
    setIsSaving(true);
    const roleId = plan.outcomeById.get(outcomeId)?.roleId ?? '';
    const created = await createImported(plan, planned.sops, { outcomeId, roleId, ownerId });
    setIsSaving(false);
    if (!created.ok) {
      announceFailure(created.error);
      return;
    }
    const count = planned.sops.length;
    showToast({ title: t('sopPort.done.new', { count, title: first.title }), tone: 'good' });
    onClose();
    const [onlyId] = created.value.sopIds;
    go('sops', count === 1 && onlyId !== undefined ? { sopId: onlyId } : {});
  };

  return (
    <Dialog
      isOpen
      size={planned ? 'xl' : 'lg'}
      onClose={onClose}
      title={t('sopPort.title')}
      description={planned ? undefined : t('sopPort.choose.text')}
      footer={
        <>
          {planned && (
            <Button variant="quiet" onClick={state.startOver}>
              {t('sopPort.back')}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          {planned && (
            <Button
              variant="primary"
              isBusy={isSaving || state.isBusy}
              isDisabled={planned.problem !== null}
              onClick={() => void take()}
            >
              {into === 'new'
                ? t('sopPort.submit.new', { count: planned.sops.length })
                : t(`sopPort.submit.${into}`)}
            </Button>
          )}
        </>
      }
    >
      {state.reading && planned ? (
        <ImportPreview
          plan={plan}
          reading={state.reading}
          planned={planned}
          hasDraft={draft !== null}
          isBusy={state.isBusy}
          into={into}
          onInto={setInto}
          outcomeId={outcomeId}
          onOutcome={setOutcomeId}
          leftOut={leftOut}
          onLeaveOut={setLeftOut}
          onChoose={(choices) => {
            setLeftOut(new Set());
            state.choose(choices);
          }}
        />
      ) : (
        <ImportSource state={state} />
      )}
    </Dialog>
  );
}
