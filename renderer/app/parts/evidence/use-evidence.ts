import { useEffect, useRef, useState } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { MOST_FILES } from '#shared/evidence/evidence';
import type { Audience } from '#shared/stream/change';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import type { EvidenceResult } from '../../../services/evidence.ts';
import { attachFiles, chooseEvidence } from '../../../services/evidence.ts';
import { showToast } from '../../../ui/toast.ts';
import { nameOf, refusalText, tooManyText } from './evidence-words.ts';

/** A file that was not attached, and why. */
export interface Refusal {
  readonly name: string;
  readonly text: string;
}

/** Files on their way into the answer; `done` of `count`, and the name of the one in hand. */
interface Progress {
  readonly name: string;
  readonly done: number;
  readonly count: number;
}

interface EvidenceEditing {
  readonly refusals: readonly Refusal[];
  readonly progress: Progress | null;
  readonly isBusy: boolean;
  readonly choose: () => void;
  readonly take: (files: readonly File[]) => void;
  readonly remove: (file: Evidence) => void;
}

/** What is done to the files of one answer. Files attached at the same time all arrive in it. */
export function useEvidence(
  value: readonly Evidence[],
  audience: Audience,
  onChange: (value: readonly Evidence[]) => void,
): EvidenceEditing {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  }, [value, onChange]);

  const put = (files: readonly Evidence[]) => {
    latest.current = { ...latest.current, value: files };
    latest.current.onChange(files);
  };

  async function attach(attaching: Promise<EvidenceResult>): Promise<void> {
    setIsBusy(true);
    setRefusals([]);
    const result = await attaching.finally(() => {
      setIsBusy(false);
      setProgress(null);
    });
    if (!result.ok) {
      if (result.error.code !== 'cancelled') announceFailure(result.error);
      return;
    }
    const { added, refused } = result.value;
    const before = latest.current.value;
    const fresh = added.filter(
      ({ hash }, i) =>
        !before.some((each) => each.hash === hash) &&
        added.findIndex((each) => each.hash === hash) === i,
    );
    const room = Math.max(0, MOST_FILES - before.length);
    if (fresh.length > 0 && room > 0) put([...before, ...fresh.slice(0, room)]);
    setRefusals([
      ...refused.map(({ name, failure }) => ({ name, text: refusalText(failure) })),
      ...fresh.slice(room).map((file) => ({ name: nameOf(file), text: tooManyText() })),
    ]);
  }

  return {
    refusals,
    progress,
    isBusy,
    choose: () => void attach(chooseEvidence(audience)),
    take: (files) => {
      const count = files.length;
      const onProgress = (done: number) =>
        setProgress({ name: files[done]?.name ?? '', done: done + 1, count });
      if (count > 0) void attach(attachFiles(audience, files, onProgress));
    },
    remove: (file) => {
      const before = latest.current.value;
      const at = before.findIndex(({ hash }) => hash === file.hash);
      put(before.filter(({ hash }) => hash !== file.hash));
      const restore = () => {
        const now = latest.current.value;
        if (now.some(({ hash }) => hash === file.hash)) return;
        put(now.toSpliced(Math.min(at, now.length), 0, file));
      };
      showToast({
        title: t('evidence.removed', { name: nameOf(file) }),
        action: { label: t('evidence.undo'), onSelect: restore },
      });
    },
  };
}
