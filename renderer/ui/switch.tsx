import type { CheckProps } from './check-control.tsx';
import { CheckControl } from './check-control.tsx';

/** Something that is on or off at once, without a save. */
export function Switch(props: CheckProps) {
  return <CheckControl {...props} kind="switch" />;
}
