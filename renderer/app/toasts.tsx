import { Suspense, lazy, useEffect, useState } from 'react';
import { whenToastsAreNeeded } from '../ui/toast.ts';

const ToastRegion = lazy(async () => {
  const { ToastRegion } = await import('../ui/toast-region.tsx');
  return { default: ToastRegion };
});

/** The region of messages is fetched with the first message. */
export function Toasts() {
  const [isNeeded, setIsNeeded] = useState(false);
  useEffect(() => whenToastsAreNeeded(() => setIsNeeded(true)), []);
  if (!isNeeded) return null;
  return (
    <Suspense>
      <ToastRegion />
    </Suspense>
  );
}
