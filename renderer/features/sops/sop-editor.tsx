import { ArrowLeft, MoreHorizontal } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import { sopState } from '#shared/sops/draft';
import type { Sop } from '#shared/sops/sop';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { versionsOf } from '../../data/sops.ts';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { setSopArchived } from '../../services/sops.ts';
import { go } from '../../state/route.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { OutlineList } from './outline-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { DraftProvider } from './rules/draft-provider.tsx';
import css from './sop-editor.module.css';
import { SopHeadFields } from './sop-head-fields.tsx';
import { SopSide } from './sop-side.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useSopDraft } from './use-sop-draft.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface SopEditorProps {
  readonly plan: Plan;
  readonly stored: Sop;
}

/** A procedure being written: its draft on the left, as the assistant will see it on the right. */
export function SopEditor({ plan, stored }: SopEditorProps) {
  const draft = useSopDraft(stored);
  const { sop } = draft;
  const writing = useRef<HTMLDivElement>(null);
  useUndoKeys(draft, writing);
  // What is typed is drawn first, the preview when there is time.
  const read = useDeferredValue(sop);
  const [isPublishing, setIsPublishing] = useState(false);
  const versions = useLive(() => versionsOf(stored.id), [stored.id]) ?? [];
  const newest = versions[0] ?? null;
  const state = sopState(sop, newest);
  const openPublish = async () => {
    if (await draft.flush()) setIsPublishing(true);
  };
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
          <Badge tone={state === 'published' ? 'good' : state === 'changed' ? 'warn' : 'neutral'}>
            {newest && `${t('sops.versionNumber', { number: newest.number })} · `}
            {t(`sops.state.${state}`)}
          </Badge>
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
          <UndoButtons {...draft} />
          <EditorMenu sop={sop} />
          <span
            data-tooltip={
              state === 'published' && newest
                ? t('sops.publish.unchanged', { number: newest.number })
                : undefined
            }
          >
            <Button
              variant="primary"
              isDisabled={state === 'published'}
              onClick={() => void openPublish()}
            >
              {t('sops.editor.publish')}
            </Button>
          </span>
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
            : failureText(draft.failure).text}
        </Callout>
      )}
      <div className={css['columns']}>
        <div ref={writing} className={css['writing']}>
          <div className={css['paper']}>
            <SopHeadFields plan={plan} sop={sop} onChange={draft.changeHead} />
            <DraftProvider sop={sop} sops={plan.sops}>
              <OutlineList draft={draft} scroller={writing} />
            </DraftProvider>
          </div>
        </div>
        <aside className={css['side']}>
          <SopSide plan={plan} sop={read} versions={versions} draft={draft} />
        </aside>
      </div>
      {isPublishing && (
        <PublishDialog sop={sop} newest={newest} onClose={() => setIsPublishing(false)} />
      )}
    </Page>
  );
}

function EditorMenu({ sop }: { readonly sop: Sop }) {
  const { title, isArchived } = sop;
  const archive = async () => {
    const done = isArchived ? 'sops.undo.unarchived' : 'sops.undo.archived';
    if (announceSaved(t(done, { title }), await setSopArchived(sop, !isArchived))) go('sops');
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('sops.editor.more')} icon={<MoreHorizontal size={16} aria-hidden />} />
      }
      items={[
        {
          key: 'archive',
          label: isArchived ? t('sops.editor.unarchive') : t('sops.editor.archive'),
          onSelect: () => void archive(),
        },
      ]}
    />
  );
}
