import { useState } from 'react';
import { instructionState } from '#shared/cadence/instruction';
import type { Member } from '#shared/plan/member';
import type { InstructionEntry } from '../../../data/instructions.ts';
import { instructionsTo } from '../../../data/instructions.ts';
import { useLive } from '../../../data/live.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { giveInstruction, withdrawInstruction } from '../../../services/instructions.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from './instructions.module.css';

interface InstructDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** The last ones are at hand, so that nothing is asked twice. */
const SHOWN = 5;

/** What a manager wants of a member, and how what they asked before stands. */
export function InstructDialog({ member, onClose }: InstructDialogProps) {
  const nowMs = useNow();
  const given = useLive(async () => await instructionsTo(member.id), [member.id]) ?? [];
  const [text, setText] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isMissing = text.trim() === '';
  const shown = given
    .filter((each) => instructionState(each) !== 'withdrawn')
    .slice(-SHOWN)
    .toReversed();

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    const saved = await giveInstruction(member.id, text);
    setIsSaving(false);
    if (announceSaved(t('checkIn.instruction.given'), saved)) onClose();
  }

  return (
    <FormDialog
      title={t('checkIn.instruction.dialog', { name: member.name })}
      description={t('checkIn.instruction.dialogText')}
      submitLabel={t('checkIn.instruction.submit')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['stack']}
    >
      <TextField
        label={t('checkIn.instruction.text')}
        multiline
        rows={3}
        autoFocus
        maxLength={2_000}
        value={text}
        error={wasTried && isMissing ? t('checkIn.instruction.textMissing') : undefined}
        onChange={setText}
      />
      {shown.length > 0 && (
        <Panel title={t('checkIn.instruction.title')}>
          <ul>
            {shown.map((instruction) => (
              <GivenLine
                key={instruction.id}
                instruction={instruction}
                name={member.name}
                nowMs={nowMs}
              />
            ))}
          </ul>
        </Panel>
      )}
    </FormDialog>
  );
}

interface GivenLineProps {
  readonly instruction: InstructionEntry;
  readonly name: string;
  readonly nowMs: number;
}

function GivenLine({ instruction, name, nowMs }: GivenLineProps) {
  return (
    <li className={css['line']}>
      <span>
        {instruction.text}
        <span className={css['faint']}>
          {' '}
          {formatAgo(instruction.givenAtMs, nowMs)} ·{' '}
          {t(`checkIn.instruction.state.${instructionState(instruction)}`)}
        </span>
      </span>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('checkIn.instruction.withdrawOf', { name })}
        onClick={async () =>
          announceSaved(t('checkIn.instruction.withdrawn'), await withdrawInstruction(instruction))
        }
      >
        {t('checkIn.instruction.withdraw')}
      </Button>
    </li>
  );
}
