import type { RefObject } from 'react';
import { useState } from 'react';
import { bridge } from '../../../bridge.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from '../form.module.css';
import { readOnNetwork } from './read-on-network.ts';
import type { Join } from './use-join.ts';

const SOURCES = ['network', 'address', 'folder'] as const;
type Source = (typeof SOURCES)[number];

interface CodeSourceProps {
  readonly code: string;
  readonly join: Join;
  /** For Enter in the code's own field. */
  readonly form: RefObject<HTMLFormElement | null>;
}

/** Where the invite of a code lies: nearby, at an address, or in the folder that the team shares. */
export function CodeSource({ code, join, form }: CodeSourceProps) {
  const [source, setSource] = useState<Source>('network');
  const [address, setAddress] = useState('');
  const open = () => {
    switch (source) {
      case 'network':
        return void join.read(() => readOnNetwork(code));
      case 'address':
        return void join.read(() => readAt(code, address));
      case 'folder':
        return void join.read(() => bridge.readInviteCode({ code, from: { kind: 'folder' } }));
    }
  };
  return (
    <form
      ref={form}
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Segmented
        label={t('welcome.join.source.label')}
        value={source}
        onChange={(next) => {
          join.forget();
          setSource(next);
        }}
        options={SOURCES.map((value) => ({ value, label: t(`welcome.join.source.${value}`) }))}
      />
      <p className={css['note']}>{t(`welcome.join.source.${source}Text`)}</p>
      {source === 'address' && (
        <TextField
          label={t('welcome.join.source.addressLabel')}
          placeholder="https://192.168.1.20:8443"
          value={address}
          onChange={setAddress}
          maxLength={300}
        />
      )}
      <div className={css['actions']}>
        <Button
          type="submit"
          variant="primary"
          isBusy={join.isBusy}
          isDisabled={source === 'address' && address.trim() === ''}
        >
          {source === 'folder' ? t('welcome.join.source.chooseFolder') : t('welcome.join.open')}
        </Button>
        {join.isBusy && <span role="status">{t(`welcome.join.source.${source}Busy`)}</span>}
      </div>
    </form>
  );
}

/** People leave out what every address begins with. */
const readAt = (code: string, typed: string) => {
  const url = typed.includes('://') ? typed.trim() : `https://${typed.trim()}`;
  return bridge.readInviteCode({ code, from: { kind: 'receiver', url } });
};
