import { useEffect, useRef } from 'react';
import type { Hold } from '#shared/sops/run';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

interface HoldNoteProps {
  readonly hold: Hold;
  readonly plan: Plan;
  readonly zone: string;
  readonly isOwn: boolean;
  readonly onGoOn: () => void;
}

/** Why a run stands still, and what would end it. */
export function HoldNote({ hold, plan, zone, isOwn, onGoOn }: HoldNoteProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const since = formatDateTime(hold.fromMs, zone);
  const who = plan.memberById.get(hold.whoId)?.name ?? t(`log.blockedOn.${hold.on}`);
  return (
    <Callout
      tone={hold.kind === 'blocked' ? 'warn' : 'neutral'}
      title={
        hold.kind === 'blocked'
          ? t('checklists.blockedSince', { who, since })
          : t('checklists.pausedSince', { since })
      }
      action={
        isOwn && (
          <Button ref={button} variant="primary" shortcut="P" onClick={onGoOn}>
            {t('checklists.goOn')}
          </Button>
        )
      }
    >
      {hold.kind === 'paused' && t('checklists.pausedText')}
      {hold.kind === 'blocked' && <p>{hold.reason}</p>}
      {hold.kind === 'blocked' && hold.wanted !== '' && (
        <p>{t('checklists.wanted', { wanted: hold.wanted })}</p>
      )}
    </Callout>
  );
}
