import { useState } from 'react';
import type { Confirmation } from '#shared/cadence/instruction';
import { instructionState } from '#shared/cadence/instruction';
import type { InstructionEntry } from '../../../data/instructions.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { agreeTo, correctConfirmation } from '../../../services/instructions.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import css from './team-check-ins.module.css';

interface SaidBackPanelProps {
  readonly plan: Plan;
  readonly instructions: readonly InstructionEntry[];
  readonly nowMs: number;
}

interface SaidBackItem {
  readonly instruction: InstructionEntry;
  readonly confirmed: Confirmation;
}

/** Instructions as they were understood: the manager sees in a glance whether both mean the same. */
export function SaidBackPanel({ plan, instructions, nowMs }: SaidBackPanelProps) {
  const [corrected, setCorrected] = useState<SaidBackItem | null>(null);
  const said = instructions.flatMap((instruction): readonly SaidBackItem[] => {
    const { confirmed } = instruction;
    return confirmed && instructionState(instruction) === 'said'
      ? [{ instruction, confirmed }]
      : [];
  });
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? t('sync.unknownMember');
  return (
    <>
      {said.length > 0 && (
        <Panel title={t('checkIn.instruction.toLook')} note={said.length}>
          <ul>
            {said.map(({ instruction, confirmed }) => (
              <li key={instruction.id} className={css['said']}>
                <div className={css['both']}>
                  <p>
                    <span className={css['faint']}>{t('checkIn.instruction.asked')}: </span>
                    {instruction.text}
                  </p>
                  <p>
                    <span className={css['faint']}>
                      {t('checkIn.instruction.answered', { name: nameOf(instruction.memberId) })},{' '}
                      {formatAgo(confirmed.atMs, nowMs)}:{' '}
                    </span>
                    {confirmed.text}
                  </p>
                </div>
                <div className={css['saidActs']}>
                  <Button
                    size="sm"
                    aria-label={t('checkIn.instruction.agreeOf', {
                      name: nameOf(instruction.memberId),
                    })}
                    onClick={async () =>
                      announceSaved(
                        t('checkIn.instruction.agreed'),
                        await agreeTo(instruction, confirmed),
                      )
                    }
                  >
                    {t('checkIn.instruction.agree')}
                  </Button>
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={t('checkIn.instruction.correctOf', {
                      name: nameOf(instruction.memberId),
                    })}
                    onClick={() => setCorrected({ instruction, confirmed })}
                  >
                    {t('checkIn.instruction.correct')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {corrected && (
        <CorrectDialog
          {...corrected}
          name={nameOf(corrected.instruction.memberId)}
          onClose={() => setCorrected(null)}
        />
      )}
    </>
  );
}

interface CorrectDialogProps extends SaidBackItem {
  readonly name: string;
  readonly onClose: () => void;
}

function CorrectDialog({ instruction, confirmed, name, onClose }: CorrectDialogProps) {
  return (
    <ReasonDialog
      size="md"
      title={t('checkIn.instruction.correctTitle')}
      description={confirmed.text}
      label={t('checkIn.instruction.correctLabel')}
      hint={t('checkIn.instruction.correctHint', { name })}
      missing={t('checkIn.instruction.correctMissing')}
      submitLabel={t('checkIn.instruction.submit')}
      onSubmit={async (note) => {
        const saved = await correctConfirmation(instruction, confirmed, note);
        if (announceSaved(t('checkIn.instruction.corrected'), saved)) onClose();
      }}
      onClose={onClose}
    />
  );
}
