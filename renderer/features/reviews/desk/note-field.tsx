import { useEffect, useRef, useState } from 'react';
import type { ReviewTopic } from '#shared/cadence/review';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { writeNote } from '../../../services/reviews.ts';
import type { ReviewDesk } from '../../../services/reviews.ts';
import { TextField } from '../../../ui/text-field.tsx';

interface NoteFieldProps {
  readonly desk: ReviewDesk;
  readonly topic: ReviewTopic;
}

/** Who pauses so long has finished a thought. */
const SETTLED_MS = 1_000;
const NOTE_CHARS = 8_000;

/** What is written down about a topic: kept while it is typed, and on leaving the field. */
export function NoteField({ desk, topic }: NoteFieldProps) {
  const stored = desk.stored?.notes[topic] ?? '';
  /** Null while what is shown is what is stored. */
  const [typed, setTyped] = useState<string | null>(null);
  // Once it is kept, what somebody else writes is shown again.
  if (typed !== null && typed === stored) setTyped(null);
  const unsaved = typed === null || typed === stored ? null : typed;
  const keep = useRef<() => Promise<void>>(null);
  useEffect(() => {
    keep.current = async () => {
      if (unsaved === null) return;
      keep.current = null;
      const saved = await writeNote(desk, topic, unsaved);
      if (!saved.ok) announceFailure(saved.error);
    };
  }, [desk, topic, unsaved]);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => void keep.current?.(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void keep.current?.(), []);

  return (
    <TextField
      label={t(`reviews.notes.${topic}`)}
      placeholder={t(`reviews.notes.${topic}Hint`)}
      multiline
      rows={3}
      maxLength={NOTE_CHARS}
      value={typed ?? stored}
      onChange={setTyped}
      onBlur={() => void keep.current?.()}
    />
  );
}
