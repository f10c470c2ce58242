import { useState } from 'react';
import type { Cadence, CadenceKind } from '#shared/cadence/cadence';
import { CADENCE_KINDS } from '#shared/cadence/cadence';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { deleteCadence, setCadencePaused } from '../../../services/cadences.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { CadenceForm } from './cadence-form.tsx';
import { nextTimes, whenText, whoText } from './cadence-words.ts';
import css from './cadences.module.css';

interface CadencesDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly kind: CadenceKind;
  readonly nowMs: number;
  readonly onClose: () => void;
}

/** A new one of a kind, or one that is there. */
type Edited =
  | { readonly kind: CadenceKind; readonly cadence: null }
  | { readonly kind: CadenceKind; readonly cadence: Cadence };

/** Every meeting that comes back, the asked kind first; where there is none yet, its form at once. */
export function CadencesDialog({ plan, member, kind, nowMs, onClose }: CadencesDialogProps) {
  const held = plan.cadences.filter(({ isDeleted }) => !isDeleted);
  const [edited, setEdited] = useState<Edited | null>(
    held.some((each) => each.kind === kind) ? null : { kind, cadence: null },
  );
  if (edited) {
    return (
      <CadenceForm
        plan={plan}
        member={member}
        nowMs={nowMs}
        {...edited}
        onClose={() => (held.length === 0 ? onClose() : setEdited(null))}
      />
    );
  }
  const kinds = [kind, ...CADENCE_KINDS.filter((each) => each !== kind)];
  return (
    <Dialog
      isOpen
      size="lg"
      title={t('checkIn.cadence.title')}
      description={t('checkIn.cadence.text')}
      onClose={onClose}
    >
      <div className={css['stack']}>
        {kinds.map((each) => (
          <section key={each} aria-label={t(`checkIn.cadence.kind.${each}`)}>
            <header className={css['kindHead']}>
              <h3>{t(`checkIn.cadence.kind.${each}`)}</h3>
              <Button
                size="sm"
                aria-label={t('checkIn.cadence.addKind', {
                  kind: t(`checkIn.cadence.kind.${each}`),
                })}
                onClick={() => setEdited({ kind: each, cadence: null })}
              >
                {t('checkIn.cadence.add')}
              </Button>
            </header>
            <ul>
              {held
                .filter((cadence) => cadence.kind === each)
                .map((cadence) => (
                  <CadenceLine
                    key={cadence.id}
                    cadence={cadence}
                    plan={plan}
                    nowMs={nowMs}
                    onEdit={() => setEdited({ kind: each, cadence })}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface CadenceLineProps {
  readonly cadence: Cadence;
  readonly plan: Plan;
  readonly nowMs: number;
  readonly onEdit: () => void;
}

function CadenceLine({ cadence, plan, nowMs, onEdit }: CadenceLineProps) {
  const { name, kind, ownerId, isPaused } = cadence;
  const owner = plan.memberById.get(ownerId)?.name;
  const [next] = kind === 'checkIn' ? [] : nextTimes(cadence, nowMs, 1);
  return (
    <li className={css['line']}>
      <span>
        <span className={css['name']}>{name}</span>{' '}
        {isPaused && <Badge>{t('checkIn.cadence.isPaused')}</Badge>}
        <span className={css['about']}>
          {[
            whenText(cadence),
            whoText(cadence, plan),
            kind !== 'checkIn' && owner ? t('checkIn.cadence.heldBy', { name: owner }) : '',
            next && !isPaused ? t('checkIn.cadence.next', { when: next }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={css['acts']}>
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('checkIn.cadence.editOf', { name })}
          onClick={onEdit}
        >
          {t('checkIn.cadence.edit')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={t(isPaused ? 'checkIn.cadence.resumeOf' : 'checkIn.cadence.pauseOf', {
            name,
          })}
          onClick={async () =>
            announceSaved(
              t(isPaused ? 'checkIn.cadence.resumed' : 'checkIn.cadence.paused', { name }),
              await setCadencePaused(cadence, !isPaused),
            )
          }
        >
          {t(isPaused ? 'checkIn.cadence.resume' : 'checkIn.cadence.pause')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('checkIn.cadence.removeOf', { name })}
          onClick={async () =>
            announceSaved(t('checkIn.cadence.deleted', { name }), await deleteCadence(cadence))
          }
        >
          {t('checkIn.cadence.remove')}
        </Button>
      </span>
    </li>
  );
}
