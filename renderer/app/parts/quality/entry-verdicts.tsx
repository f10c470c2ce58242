import { Suspense, lazy } from 'react';
import type { VerdictListProps } from './verdict-list.tsx';

const VerdictList = lazy(async () => {
  const { VerdictList } = await import('./verdict-list.tsx');
  return { default: VerdictList };
});

/** What was said of an entry when it was drawn at random. Few entries ever are: loaded beside the rest. */
export const EntryVerdicts = (props: VerdictListProps) => (
  <Suspense>
    <VerdictList {...props} />
  </Suspense>
);
