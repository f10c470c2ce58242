import { useEffect, useRef } from 'react';
import type { ButtonProps } from '../../ui/button.tsx';
import { Button } from '../../ui/button.tsx';

/** The act that a step most likely ends with: it has the focus when the step appears. */
export function FirstButton(props: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return <Button {...props} ref={button} />;
}
