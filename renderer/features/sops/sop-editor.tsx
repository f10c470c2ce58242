import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { reviewActs, sopStage } from '#shared/sops/review';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { versionsOf } from '../../data/sops.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { managerIds } from '../../services/managers.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.ts';
import { EditorMenu } from './editor-menu.tsx';
import { OutlineList } from './outline-list.tsx';
import { DraftReview } from './review/draft-review.tsx';
import { PublishActions } from './review/publish-actions.tsx';
import { SentBackNote } from './review/sent-back-note.tsx';
import { SopStageBadge } from './review/stage-badge.tsx';
import { DraftProvider } from './rules/draft-provider.tsx';
import css from './sop-editor.module.css';
import { SopHeadFields } from './sop-head-fields.tsx';
import { SopSide } from './sop-side.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useSopDraft } from './use-sop-draft.ts';
import { useSettled } from './use-settled.ts';
import { DraftSession } from './draft-session.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface SopEditorProps {
  readonly plan: Plan;
  readonly stored: Sop;
}

const NO_VERSIONS: readonly SopVersion[] = [];

/** Nobody writes at a draft that somebody is reading. */
const NO_UNDO = { undo: () => undefined, redo: () => undefined };

/** A procedure being written: its draft on the left, as the assistant will see it on the right. */
export function SopEditor({ plan: newestPlan, stored: newestStored }: SopEditorProps) {
  const [session] = useState(() => new DraftSession(newestStored));
  // Each save makes another plan: what it brings is read and drawn when the writing pauses.
  const plan = useSettled(newestPlan, useSyncExternalStore(session.subscribe, session.shown));
  const stored = plan.sopById.get(newestStored.id) ?? newestStored;
  const draft = useSopDraft(session, stored);
  const { sop } = draft;
  const writing = useRef<HTMLDivElement>(null);
  const read = useSettled(sop);
  const memberId = useSession((session) => session.memberId);
  const [goTo, setGoTo] = useState<{ readonly stepId: string } | null>(null);
  const known = useLive(() => versionsOf(stored.id), [stored.id]);
  const versions = known ?? NO_VERSIONS;
  const newest = versions[0] ?? null;
  // Comparing the draft with its version reads both whole.
  const stage = useMemo(() => sopStage(read, newest), [read, newest]);
  const acts = reviewActs(stage, sop.review, memberId, managerIds(plan));
  const { putBack } = draft;
  // Whether it may be written in is known with its versions alone.
  const canPutBack = known !== undefined && acts.canEdit;
  useEffect(() => {
    if (canPutBack && putBack()) showToast({ title: t('sops.editor.putBack') });
  }, [canPutBack, putBack]);
  useUndoKeys(acts.canEdit ? draft : NO_UNDO, writing);
  // Whoever comes by keyboard from a list that is gone goes on with the first field.
  useEffect(() => {
    if (document.activeElement === document.body) writing.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Page
      layout="fill"
      title={sop.title || t('sops.untitled')}
      subtitle={
        <span className={css['subtitle']}>
          <Button
            size="sm"
            variant="quiet"
            icon={<ArrowLeft size={14} aria-hidden />}
            onClick={() => go('sops')}
          >
            {t('sops.editor.back')}
          </Button>
          <SopStageBadge plan={plan} sop={sop} stage={stage} number={newest?.number} />
        </span>
      }
      actions={
        <>
          <span role="status" className={css['saving']}>
            {draft.failure
              ? t('sops.editor.notSaved')
              : draft.isSaved
                ? t('sops.editor.savedState')
                : t('sops.editor.saving')}
          </span>
          {acts.canEdit && <UndoButtons {...draft} />}
          <EditorMenu plan={plan} draft={draft} newest={newest} canEdit={acts.canEdit} />
          <PublishActions
            plan={plan}
            draft={draft}
            versions={versions}
            stage={stage}
            acts={acts}
            onGoToStep={(stepId) => setGoTo({ stepId })}
          />
        </>
      }
    >
      {draft.failure && (
        <Callout
          tone="bad"
          title={failureText(draft.failure).title}
          action={
            <Button size="sm" onClick={() => void draft.flush()}>
              {t('ui.retry')}
            </Button>
          }
        >
          {draft.failure.code === 'change-too-large'
            ? t('sops.editor.tooLong')
            : failureText(draft.failure).text}{' '}
          {t('sops.editor.kept')}
        </Callout>
      )}
      <div className={css['columns']}>
        <div ref={writing} className={css['writing']} tabIndex={-1}>
          <div className={css['paper']}>
            {stage === 'inReview' && sop.review ? (
              <DraftReview plan={plan} sop={read} review={sop.review} newest={newest} acts={acts} />
            ) : (
              <>
                {stage === 'sentBack' && sop.sentBack && (
                  <SentBackNote plan={plan} sentBack={sop.sentBack} />
                )}
                <SopHeadFields plan={plan} head={sop} onChange={draft.changeHead} />
                <DraftProvider sop={sop} settled={read} sops={plan.sops}>
                  <OutlineList draft={draft} scroller={writing} goTo={goTo} />
                </DraftProvider>
              </>
            )}
          </div>
        </div>
        <aside className={css['side']}>
          <SopSide plan={plan} sop={read} versions={versions} draft={draft} />
        </aside>
      </div>
    </Page>
  );
}
