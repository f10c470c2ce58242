import { useState } from 'react';
import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { GENERAL_NOTE, MAX_NOTE_CHARACTERS } from '#shared/handover/hand-over-note';
import type { Member } from '#shared/plan/member';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { saveHandOverNote } from '../../services/handover-notes.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './handover.module.css';

interface NotesPanelProps {
  /** Whose notes are written; null where they are only read. */
  readonly member: Member | null;
  readonly facts: HandOverFacts;
}

/** What the next one has to know, by outcome. */
export function NotesPanel({ member, facts }: NotesPanelProps) {
  if (!member) return <ReadNotes facts={facts} />;
  const about = [
    ...facts.outcomes.map(({ id, name }) => ({ id, name })),
    { id: GENERAL_NOTE, name: t('handover.notes.general') },
  ];
  return (
    <Panel title={t('handover.notes.title')}>
      <p className={css['intro']}>{t('handover.notes.text', { name: member.name })}</p>
      <div className={css['notes']}>
        {about.map(({ id, name }) => {
          const held = facts.notes.find(({ outcomeId }) => outcomeId === id);
          return (
            <NoteField
              key={`${id} ${held?.atMs ?? 0}`}
              member={member}
              outcomeId={id}
              about={name}
              held={held?.text ?? ''}
              by={
                held
                  ? t('handover.notes.by', {
                      name: held.byName,
                      when: formatDateTime(held.atMs, facts.member.timeZone),
                    })
                  : undefined
              }
            />
          );
        })}
      </div>
    </Panel>
  );
}

interface NoteFieldProps {
  readonly member: Member;
  readonly outcomeId: string;
  readonly about: string;
  readonly held: string;
  readonly by: string | undefined;
}

function NoteField({ member, outcomeId, about, held, by }: NoteFieldProps) {
  const [text, setText] = useState(held);
  const save = async () => {
    announceSaved(t('handover.told.note'), await saveHandOverNote(member.id, outcomeId, text));
  };
  return (
    <div className={css['note']}>
      <TextField
        label={about}
        description={by}
        value={text}
        multiline
        rows={2}
        maxLength={MAX_NOTE_CHARACTERS}
        onChange={setText}
      />
      {text.trim() !== held && (
        <Button
          size="sm"
          aria-label={t('handover.notes.saveOf', { about })}
          onClick={() => void save()}
        >
          {t('handover.notes.save')}
        </Button>
      )}
    </div>
  );
}

function ReadNotes({ facts }: { readonly facts: HandOverFacts }) {
  if (facts.notes.length === 0) return null;
  return (
    <Panel title={t('handover.notes.title')}>
      <dl className={css['pairs']}>
        {facts.notes.map(({ outcomeId, about, text }) => (
          <div key={outcomeId}>
            <dt>{about}</dt>
            <dd className={css['written']}>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
