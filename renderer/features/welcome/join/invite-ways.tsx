import type { ClipboardEvent } from 'react';
import { useRef, useState } from 'react';
import { groupedJoinCode, parseJoinCode } from '#shared/join-code';
import { bridge } from '../../../bridge.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from '../form.module.css';
import { CodeSource } from './code-source.tsx';
import type { Join } from './use-join.ts';

/** A link or a code in one field, a file or a picture below it: all of them can be pasted and dropped. */
export function InviteWays({ join }: { readonly join: Join }) {
  const [text, setText] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const picture = useRef<HTMLInputElement>(null);
  const codeForm = useRef<HTMLFormElement>(null);
  const isCode = parseJoinCode(text) !== null;

  const type = (typed: string) => {
    setWasTried(false);
    // Deleting a hyphen must delete it.
    const isLonger = typed.length > text.length;
    setText((isLonger ? groupedJoinCode(typed) : null) ?? typed);
  };
  const readText = () => {
    if (/^[\s<]*outlog:/i.test(text)) void join.read(() => bridge.readInviteLink({ text }));
    else setWasTried(true);
  };
  const readFile = (file: File | undefined) => {
    if (!file) return;
    if (file.type.startsWith('image/')) void join.readPicture(file);
    else {
      void join.read(async () =>
        bridge.readInviteBytes({ bytes: new Uint8Array(await file.arrayBuffer()) }),
      );
    }
  };
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    readFile(file);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a paste in any of the fields below
    <div className={css['form']} onPaste={paste}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isCode) codeForm.current?.requestSubmit();
          else readText();
        }}
      >
        <TextField
          label={t('welcome.join.paste')}
          placeholder={t('welcome.join.pastePlaceholder')}
          description={t('welcome.join.pasteHint')}
          error={wasTried ? t('welcome.join.pasteWrong') : undefined}
          value={text}
          onChange={type}
          autoFocus
        />
        {!isCode && (
          <div>
            <Button type="submit" variant="primary" isBusy={join.isBusy} isDisabled={text === ''}>
              {t('welcome.join.open')}
            </Button>
          </div>
        )}
      </form>
      {isCode ? (
        <CodeSource code={text} join={join} form={codeForm} />
      ) : (
        <>
          <FileDrop
            label={t('welcome.join.drop')}
            hint={t('welcome.join.hint')}
            chooseLabel={t('welcome.join.choose')}
            isBusy={join.isBusy}
            onFiles={([file]) => readFile(file)}
            onChoose={() => void join.read(() => bridge.chooseInvite())}
          />
          <p className={css['note']}>
            {t('welcome.join.pictureHint')}{' '}
            <button
              type="button"
              className={css['inline']}
              onClick={() => picture.current?.click()}
            >
              {t('welcome.join.choosePicture')}
            </button>
          </p>
          <input
            ref={picture}
            type="file"
            hidden
            accept="image/*"
            aria-label={t('welcome.join.choosePicture')}
            onChange={(event) => {
              readFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </>
      )}
    </div>
  );
}
