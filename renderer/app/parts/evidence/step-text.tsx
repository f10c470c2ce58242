import { useState } from 'react';
import type { Evidence } from '#shared/evidence/evidence';
import { openLink } from '../../../services/open-link.ts';
import { Markdown } from '../../../ui/markdown.tsx';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { StepPicture } from './step-picture.tsx';

interface StepTextProps {
  readonly text: string;
  /** Links can be followed; elsewhere they are plain text. */
  readonly hasLinks?: boolean | undefined;
}

/** How a step is done: Markdown whose pictures are files of the workspace. */
export function StepText({ text, hasLinks = true }: StepTextProps) {
  const [shown, setShown] = useState<Evidence | null>(null);
  return (
    <>
      <Markdown
        text={text}
        onLink={hasLinks ? (url) => void openLink(url) : undefined}
        renderPicture={(hash, alt) => <StepPicture hash={hash} alt={alt} onOpen={setShown} />}
      />
      <EvidenceViewer
        files={shown ? [shown] : []}
        at={shown ? 0 : null}
        onShow={(at) => at === null && setShown(null)}
      />
    </>
  );
}
