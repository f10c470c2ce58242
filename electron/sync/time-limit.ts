/**
 * The call's outcome, or a failure with code `ETIMEDOUT` after `limitMs`. A file call on a dead network
 * drive or an online-only placeholder cannot be cancelled, only no longer waited for.
 */
export async function withinTime<T>(limitMs: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`No answer within ${limitMs} ms.`), { code: 'ETIMEDOUT' }));
    }, limitMs);
  });
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
    // Its late failure concerns nobody any more.
    call.catch(() => undefined);
  }
}
