import { Suspense, lazy } from 'react';
import type { HintName } from './seen-names.ts';

const HintLine = lazy(async () => {
  const { HintLine } = await import('./hint-line.tsx');
  return { default: HintLine };
});

/** The place of a hint. What it says is fetched after the screen that it is about. */
export function Hint({ name }: { readonly name: HintName }) {
  return (
    <Suspense>
      <HintLine name={name} />
    </Suspense>
  );
}
