import { useMemo, useState } from 'react';

/** The value as it was first given while it says the same: what was read again makes nothing anew. */
export function useSame<T>(value: T): T {
  const [held, setHeld] = useState(value);
  const isSame = useMemo(
    () => held === value || JSON.stringify(held) === JSON.stringify(value),
    [held, value],
  );
  if (!isSame) setHeld(value);
  return isSame ? held : value;
}
