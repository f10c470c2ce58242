import type { CheckProps } from './check-control.tsx';
import { CheckControl } from './check-control.tsx';

export function Checkbox(props: CheckProps) {
  return <CheckControl {...props} kind="checkbox" />;
}
