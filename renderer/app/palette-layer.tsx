import { Suspense, lazy } from 'react';
import { usePalette } from '../state/palette.ts';
import { useFetchedWhenIdle } from './use-fetched-when-idle.ts';

const loadPalette = async () => {
  const { Palette } = await import('./palette/palette.tsx');
  return { default: Palette };
};
const Palette = lazy(loadPalette);

/** The command palette over the window, fetched before it is first asked for. */
export function PaletteLayer() {
  const isOpen = usePalette((state) => state.isOpen);
  useFetchedWhenIdle(loadPalette, true);
  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette />
    </Suspense>
  );
}
