import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { clientProblems, EMPTY_CLIENT } from '#shared/plan/client-draft';
import type { ClientDraft, ClientProblem } from '#shared/plan/client-draft';
import type { Client } from '#shared/plan/workspace';
import { clientNamed } from '#shared/plan/workspace';
import { zoneOptions } from '../../app/parts/zones.ts';
import type { Plan } from '../../data/plan.ts';
import { formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { addClient, editClient, outcomesFor, removeClient } from '../../services/clients.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './client-dialog.module.css';

export type ClientInDialog = Client | 'new';

interface ClientDialogProps {
  readonly plan: Plan;
  readonly client: ClientInDialog;
  readonly nowMs: number;
  readonly onClose: () => void;
}

/** A client's name, the names they are also known by, and the zone of their day. */
export function ClientDialog({ plan, client, nowMs, onClose }: ClientDialogProps) {
  const held = client === 'new' ? null : client;
  const [draft, setDraft] = useState<ClientDraft>(held ?? EMPTY_CLIENT);
  const [isOldKept, setIsOldKept] = useState(true);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const zones = useMemo(() => zoneOptions(), []);
  const change = (part: Partial<ClientDraft>) => setDraft((now) => ({ ...now, ...part }));
  const others = plan.clients.filter(({ id }) => id !== held?.id);
  const problems = clientProblems(draft, others);
  const errorOf = (...codes: ClientProblem['code'][]): string | undefined => {
    const problem = problems.find(({ code }) => codes.includes(code));
    return problem && (wasTried || problem.code !== 'name-missing')
      ? problemWords(problem)
      : undefined;
  };
  const isRenamed =
    held !== null && draft.name.trim() !== '' && clientNamed([held], draft.name) === null;
  const name = draft.name.trim();
  const outcomes = held ? outcomesFor(held, plan.outcomes) : [];

  const save = async () => {
    setWasTried(true);
    if (problems.length > 0 || isSaving) return;
    setIsSaving(true);
    const aliases = isRenamed && isOldKept ? [...draft.aliases, held.name] : draft.aliases;
    const saved = held
      ? await editClient(held, { ...draft, aliases }, plan.outcomes)
      : await addClient(draft);
    setIsSaving(false);
    const label = held ? 'calendars.clients.undo.edited' : 'calendars.clients.undo.added';
    if (announceSaved(t(label, { name }), saved)) onClose();
  };
  const remove = async () => {
    if (!held) return;
    const label = t('calendars.clients.undo.removed', { name: held.name });
    if (announceSaved(label, await removeClient(held))) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={held ? held.name : t('calendars.clients.new')}
      footer={
        <>
          {held && (
            <span className={css['remove']}>
              <Button
                variant="quiet"
                isDisabled={outcomes.length > 0}
                data-tooltip={
                  outcomes.length > 0
                    ? t('calendars.clients.inUse', {
                        names: outcomes.map((each) => each.name).join(', '),
                      })
                    : undefined
                }
                onClick={() => void remove()}
              >
                {t('calendars.clients.remove')}
              </Button>
            </span>
          )}
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" isBusy={isSaving} onClick={() => void save()}>
            {held ? t('calendars.clients.save') : t('calendars.clients.add')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('calendars.clients.name')}
          placeholder={t('calendars.clients.namePlaceholder')}
          value={draft.name}
          error={errorOf('name-missing', 'name-taken')}
          onChange={(next) => change({ name: next })}
          maxLength={80}
        />
        {isRenamed && (
          <Checkbox
            label={t('calendars.clients.keepOld', { name: held.name })}
            description={t('calendars.clients.keepOldHint')}
            checked={isOldKept}
            onChange={setIsOldKept}
          />
        )}
        <Combobox
          label={t('calendars.zone')}
          description={
            draft.timeZone === ''
              ? t('calendars.clients.zoneHint')
              : t('calendars.clients.zoneNow', { time: formatTime(nowMs, draft.timeZone) })
          }
          error={errorOf('zone-unknown')}
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone: timeZone ?? '' })}
          options={zones}
        />
        <Aliases
          aliases={draft.aliases}
          error={errorOf('alias-taken')}
          onChange={(aliases) => change({ aliases })}
        />
        {outcomes.length > 0 && (
          <p className={css['about']}>
            {t('calendars.clients.serves', { names: outcomes.map((each) => each.name).join(', ') })}
          </p>
        )}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

interface AliasesProps {
  readonly aliases: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (aliases: readonly string[]) => void;
}

/** Other names; Enter adds what is typed. */
function Aliases({ aliases, error, onChange }: AliasesProps) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const name = typed.trim();
    if (name === '') return;
    onChange([...aliases.filter((each) => each !== name), name]);
    setTyped('');
  };
  return (
    <div className={css['aliases']}>
      <TextField
        label={t('calendars.clients.aliases')}
        description={t('calendars.clients.aliasesHint')}
        value={typed}
        error={error}
        onChange={setTyped}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return;
          event.preventDefault();
          add();
        }}
        maxLength={80}
      />
      {aliases.length > 0 && (
        <ul className={css['names']}>
          {aliases.map((alias) => (
            <li key={alias}>
              {alias}
              <IconButton
                size="sm"
                label={t('calendars.clients.aliasRemove', { name: alias })}
                icon={<X size={12} aria-hidden />}
                onClick={() => onChange(aliases.filter((each) => each !== alias))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const problemWords = (problem: ClientProblem): string =>
  'by' in problem
    ? t(`calendars.clients.problem.${problem.code}`, { name: problem.name, by: problem.by })
    : t(`calendars.clients.problem.${problem.code}`);
