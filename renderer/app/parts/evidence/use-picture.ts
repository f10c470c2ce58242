import { useEffect, useState } from 'react';
import type { HeldPicture, PictureUrl } from '../../../services/pictures.ts';
import { useSession } from '../../../state/session.ts';

/** How a picture stands on the screen. */
export type PictureState =
  | { readonly is: 'loading' }
  | { readonly is: 'shown'; readonly url: string }
  /** It is here and is no picture that can be shown. */
  | { readonly is: 'unshowable' }
  /** Of its parts so many are here; of none of them is known where `pieceCount` is 0. */
  | { readonly is: 'onItsWay'; readonly arrivedCount: number; readonly pieceCount: number }
  | { readonly is: 'failed' };

const ASK_AGAIN_MS = 5_000;

/** One picture for as long as it is on the screen; nothing is asked for while it is not wanted. */
export function usePicture(
  hash: string,
  isWanted: boolean,
  hold: (hash: string) => HeldPicture,
): PictureState {
  const [state, setState] = useState<PictureState>({ is: 'loading' });
  useEffect(
    () => (isWanted ? followPicture(hash, hold, setState) : undefined),
    [hash, hold, isWanted],
  );
  return state;
}

/** Asks again for what is still on its way: from time to time, and at once when files arrive. */
function followPicture(
  hash: string,
  hold: (hash: string) => HeldPicture,
  show: (state: PictureState) => void,
): () => void {
  let held: HeldPicture | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;
  const ask = async () => {
    clearTimeout(timer);
    held?.release();
    const asked = hold(hash);
    held = asked;
    const state = stateOf(await asked.url);
    if (held !== asked) return;
    isWaiting = state.is === 'onItsWay' || state.is === 'failed';
    if (isWaiting) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    show(state);
  };
  const stopListening = useSession.subscribe(({ sync }, before) => {
    const hasArrived = sync?.evidence.arrivedCount !== before.sync?.evidence.arrivedCount;
    if (hasArrived && isWaiting) void ask();
  });
  void ask();
  return () => {
    stopListening();
    clearTimeout(timer);
    held?.release();
    held = null;
  };
}

function stateOf(result: PictureUrl): PictureState {
  if (result.ok) {
    return result.value === null ? { is: 'unshowable' } : { is: 'shown', url: result.value };
  }
  const { code, detail } = result.error;
  if (code !== 'evidence-missing') return { is: 'failed' };
  return {
    is: 'onItsWay',
    arrivedCount: Number(detail?.['arrivedCount'] ?? 0),
    pieceCount: Number(detail?.['pieceCount'] ?? 0),
  };
}
