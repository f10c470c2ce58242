import { Heading, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Hint } from '../../app/hints/hint.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useDrops, useEndDrop } from './outline-drag.ts';
import css from './outline-list.module.css';
import { OutlineLines } from './outline-lines.tsx';
import { useOutline } from './use-outline.ts';
import type { SopDraft } from './use-sop-draft.ts';

interface OutlineListProps {
  readonly draft: SopDraft;
  /** What scrolls around it. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** A step to be opened and gone to; a new object asks anew. */
  readonly goTo: { readonly stepId: string } | null;
}

const MINUTE_MS = 60_000;

/** Headings and steps in their one order: added, opened, moved by drag or by Alt and an arrow. */
export function OutlineList({ draft, scroller, goTo }: OutlineListProps) {
  const outline = useOutline(draft);
  const { rows, state, acts } = outline;
  const { draftSteps: steps } = draft.sop;
  const end = useRef<HTMLDivElement>(null);
  const isOverEnd = useEndDrop(end);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [atId, setAtId] = useState<string | null>(null);
  useDrops(acts.drop, setDraggedId);
  useEffect(() => {
    if (goTo) acts.show(goTo.stepId);
  }, [acts, goTo]);
  const minutes = steps.reduce((sum, step) => sum + (step.expectedMinutes ?? 0), 0);
  // After the line that was written in last; at the end where that is gone.
  const afterId = rows.some(({ id }) => id === atId) ? atId : null;
  const enter = useCallback((id: string) => setAtId(id), []);
  return (
    <Panel
      title={t('sops.editor.steps')}
      note={[
        t('sops.editor.stepCount', { count: steps.length }),
        ...(minutes > 0
          ? [t('sops.editor.takes', { length: formatDuration(minutes * MINUTE_MS) })]
          : []),
      ].join(', ')}
    >
      {rows.length === 0 && <p className={css['none']}>{t('sops.editor.noSteps')}</p>}
      {rows.length > 0 && <Hint name="sop" />}
      <OutlineLines
        outline={outline}
        draggedId={draggedId}
        activeId={atId}
        scroller={scroller}
        onEnter={enter}
      />
      <div ref={end} className={css['end']} data-over={isOverEnd || undefined}>
        <Button
          size="sm"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => acts.addStep(afterId)}
        >
          {t('sops.editor.addStep')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          icon={<Heading size={14} aria-hidden />}
          onClick={() => acts.addSection(afterId)}
        >
          {t('sops.editor.addSection')}
        </Button>
        <span className={css['keys']}>{t('sops.editor.keys')}</span>
      </div>
      <VisuallyHidden>
        <span role="status">{state.told}</span>
      </VisuallyHidden>
    </Panel>
  );
}
