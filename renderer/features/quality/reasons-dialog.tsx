import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { ReturnReason } from '#shared/quality/return-reason';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import {
  addReturnReason,
  moveReturnReason,
  renameReturnReason,
  retireReturnReason,
} from '../../services/return-reasons.ts';
import type { Undoable } from '../../services/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SubmitArea } from '../../ui/submit-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './quality.module.css';

interface ReasonsDialogProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** The team's list of why work is returned: each saved as it is changed. */
export function ReasonsDialog({ plan, onClose }: ReasonsDialogProps) {
  const offered = plan.returnReasons.filter(({ isRetired }) => !isRetired);
  const retired = plan.returnReasons.filter(({ isRetired }) => isRetired);
  return (
    <Dialog
      isOpen
      size="md"
      title={t('quality.list.title')}
      description={t('quality.list.text')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('quality.list.close')}</Button>}
    >
      <div className={css['form']}>
        {offered.length === 0 && <p className={css['muted']}>{t('quality.list.empty')}</p>}
        <ol className={css['reasonList']}>
          {offered.map((reason, at) => (
            <ReasonLine key={reason.id} reason={reason} number={at + 1} offered={offered} />
          ))}
        </ol>
        <NewReason known={plan.returnReasons} />
        {retired.length > 0 && (
          <section>
            <h3 className={css['sectionTitle']}>{t('quality.list.retired')}</h3>
            <ul className={css['reasonList']}>
              {retired.map((reason) => (
                <li key={reason.id} className={css['reasonLine']}>
                  <span className={css['reasonName']}>{reason.name}</span>
                  <Button
                    size="sm"
                    variant="quiet"
                    onClick={() => void told(retireReturnReason(reason, false))}
                  >
                    {t('quality.list.restore')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

interface ReasonLineProps {
  readonly reason: ReturnReason;
  readonly number: number;
  readonly offered: readonly ReturnReason[];
}

function ReasonLine({ reason, number, offered }: ReasonLineProps) {
  const { name } = reason;
  const [typed, setTyped] = useState(name);
  const rename = () => {
    if (typed.trim() === '') setTyped(name);
    else if (typed.trim() !== name) void told(renameReturnReason(reason, typed));
  };
  return (
    <li className={css['reasonLine']}>
      <SubmitArea submitKey="Enter" className={css['reasonName']} onSubmit={rename}>
        <TextField
          isLabelHidden
          label={t('quality.list.name', { number })}
          value={typed}
          maxLength={80}
          onChange={setTyped}
          onBlur={rename}
        />
      </SubmitArea>
      <IconButton
        size="sm"
        label={t('quality.list.up', { name })}
        icon={<ArrowUp size={14} aria-hidden />}
        isDisabled={number === 1}
        onClick={() => void told(moveReturnReason(reason, offered, -1))}
      />
      <IconButton
        size="sm"
        label={t('quality.list.down', { name })}
        icon={<ArrowDown size={14} aria-hidden />}
        isDisabled={number === offered.length}
        onClick={() => void told(moveReturnReason(reason, offered, 1))}
      />
      <IconButton
        size="sm"
        label={t('quality.list.retire', { name })}
        icon={<EyeOff size={14} aria-hidden />}
        onClick={() => void told(retireReturnReason(reason, true))}
      />
    </li>
  );
}

function NewReason({ known }: { readonly known: readonly ReturnReason[] }) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const isKnown = known.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const add = async () => {
    if (name === '' || isKnown) return;
    if (await told(addReturnReason(name, known))) setTyped('');
  };
  return (
    <SubmitArea submitKey="Enter" className={css['newReason']} onSubmit={() => void add()}>
      <TextField
        label={t('quality.list.add')}
        description={t('quality.list.addHint')}
        value={typed}
        maxLength={80}
        error={isKnown ? t('quality.list.known') : undefined}
        onChange={setTyped}
      />
      <Button onClick={() => void add()}>{t('quality.list.addButton')}</Button>
    </SubmitArea>
  );
}

/** What is changed shows itself; only what failed is said. Answers whether it was saved. */
async function told(saving: Undoable): Promise<boolean> {
  const saved = await saving;
  if (!saved.ok) announceFailure(saved.error);
  return saved.ok;
}
