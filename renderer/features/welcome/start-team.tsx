import type { FormEvent } from 'react';
import { useState } from 'react';
import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { startTeam } from './enter.ts';
import css from './form.module.css';
import { ZoneField } from './zone-field.tsx';
import { ownZone } from '../../app/parts/zones.ts';

/** As much as a name may hold. */
const NAME_LIMIT = 120;

export function StartTeam() {
  const [name, setName] = useState('');
  const [memberName, setMemberName] = useState('');
  const [timeZone, setTimeZone] = useState(ownZone);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [made, setMade] = useState<WorkspaceEntry | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (isBusy || !name.trim() || !memberName.trim()) return;
    setIsBusy(true);
    setFailure(null);
    const start = { name: name.trim(), memberName: memberName.trim(), timeZone };
    const started = await startTeam(start, made, setMade);
    setIsBusy(false);
    if (!started.ok) setFailure(started.error);
  };
  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('welcome.start.name')}
        placeholder={t('welcome.start.namePlaceholder')}
        value={name}
        onChange={setName}
        maxLength={NAME_LIMIT}
        autoFocus
        isDisabled={made !== null}
        error={wasTried && !name.trim() ? t('welcome.start.nameMissing') : undefined}
      />
      <TextField
        label={t('welcome.start.memberName')}
        value={memberName}
        onChange={setMemberName}
        maxLength={NAME_LIMIT}
        error={wasTried && !memberName.trim() ? t('welcome.start.memberNameMissing') : undefined}
      />
      <ZoneField value={timeZone} onChange={setTimeZone} />
      {failure && (
        <Callout tone="bad" title={failureText(failure).title}>
          {failureText(failure).text}
        </Callout>
      )}
      <div className={css['actions']}>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('welcome.start.act')}
        </Button>
      </div>
    </form>
  );
}
