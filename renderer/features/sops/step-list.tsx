import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Step } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StepCard } from './step-card.tsx';
import css from './step-list.module.css';
import type { SopDraft } from './use-sop-draft.ts';

/** The steps in their order: added, opened, moved by drag or by Alt and an arrow, removed with undo. */
export function StepList({ draft }: { readonly draft: SopDraft }) {
  const { sop } = draft;
  const steps = sop.draftSteps;
  const [openId, setOpenId] = useState<string | null>(steps[0]?.id ?? null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const order = steps.map((step) => step.id).join(' ');
  const held = useRef<HTMLElement | null>(null);
  // Moving a node in the document takes the focus from it: whoever moves a step keeps their place in it.
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = null;
    // oxlint-disable-next-line react/exhaustive-deps -- the order of steps is what moves the nodes
  }, [order]);

  const add = () => setOpenId(draft.addStep(null));
  const move = (from: number, to: number) => {
    const step = steps[from];
    if (!step || to < 0 || to >= steps.length) return;
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    draft.move(step.id, to);
    setTold(t('sops.editor.moved', { number: to + 1 }));
  };
  const remove = (step: Step) => {
    draft.removeStep(step.id);
    list.current?.querySelector<HTMLElement>('input')?.focus();
  };
  const drop = () => {
    if (dragged !== null && over !== null) move(dragged, over);
    setDragged(null);
    setOver(null);
  };
  const minutes = steps.reduce((sum, step) => sum + (step.expectedMinutes ?? 0), 0);

  return (
    <Panel
      title={t('sops.editor.steps')}
      note={[
        t('sops.editor.stepCount', { count: steps.length }),
        ...(minutes > 0 ? [t('sops.editor.minutes', { count: minutes })] : []),
      ].join(', ')}
      actions={
        <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={add}>
          {t('sops.editor.addStep')}
        </Button>
      }
    >
      {steps.length === 0 && <p className={css['none']}>{t('sops.editor.noSteps')}</p>}
      <ol ref={list} className={css['list']}>
        {steps.map((step, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- where a drag ends; the keyboard moves by Alt and an arrow
          <li
            key={step.id}
            className={css['item']}
            data-over={over === index && dragged !== index ? dropSide(dragged, index) : undefined}
            data-dragged={dragged === index || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop();
            }}
          >
            <StepCard
              step={step}
              index={index}
              count={steps.length}
              isOpen={openId === step.id}
              onToggle={() => setOpenId(openId === step.id ? null : step.id)}
              onChange={(next) => draft.changeSteps([next])}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(step)}
              onDragStart={() => setDragged(index)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            />
          </li>
        ))}
      </ol>
      <p role="status" className={css['told']}>
        {told}
      </p>
    </Panel>
  );
}

const dropSide = (dragged: number | null, index: number): 'before' | 'after' =>
  dragged !== null && dragged < index ? 'after' : 'before';
