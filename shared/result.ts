/** Whether trying again can help: as it is, after somebody mended something, or not at all. */
export type Retry = 'later' | 'after-fix' | 'never';

/** An expected failure. `code` is turned into words at the edge (renderer/i18n); `detail` fills them in. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly retry: Retry;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T, F extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function fail<Code extends string>(
  code: Code,
  retry: Retry,
  detail?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: Failure<Code> } {
  return { ok: false, error: detail === undefined ? { code, retry } : { code, retry, detail } };
}
