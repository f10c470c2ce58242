import { useEffect, useState } from 'react';
import css from './qr-code.module.css';

/** Empty modules around the code that readers need (ISO/IEC 18004). */
const QUIET_MODULES = 4;

interface QrCodeProps {
  readonly text: string;
  /** What it says, for those who do not see it. */
  readonly label: string;
}

/** A text as a picture to be scanned: dark on light in both themes, as readers expect it. */
export function QrCode({ text, label }: QrCodeProps) {
  const [modules, setModules] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void import('qr').then(({ encodeQR }) => {
      if (isCurrent) setModules(encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES }));
      return undefined;
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const size = Math.max(modules.length, 1);
  return (
    <svg
      role="img"
      aria-label={label}
      className={css['code']}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={darkPath(modules)} />
    </svg>
  );
}

/** A stroke of squares a row: one element, however many modules there are. */
const darkPath = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
