import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Tone } from './badge.tsx';

const ICONS = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
} as const;

interface ToneIconProps {
  readonly tone: Tone;
  readonly className?: string | undefined;
}

/** Says by its form what a tone says by its colour. */
export function ToneIcon({ tone, className }: ToneIconProps) {
  const Icon = ICONS[tone];
  return <Icon size={16} aria-hidden className={className} />;
}
