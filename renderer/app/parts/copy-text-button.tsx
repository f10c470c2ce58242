import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import type { ButtonProps } from '../../ui/button.tsx';
import { Button } from '../../ui/button.tsx';

const SAID_FOR_MS = 2_000;

interface CopyTextButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  /** What it copies: `Copy the link`. */
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says so where it was pressed. */
export function CopyTextButton({ label, text, ...look }: CopyTextButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const copied = await bridge.copyText({ text });
    if (copied.ok) setIsCopied(true);
    else announceFailure(copied.error);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button
      {...look}
      icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? t('team.invite.copied') : label}</span>
    </Button>
  );
}
