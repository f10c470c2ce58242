import { lazy, Suspense } from 'react';
import type { HandOverPack } from '#shared/handover/hand-over-pack';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { SopWordsProvider } from '../sop-words/sop-words.tsx';
import type { AskedHandOver, AskedSignOff } from './use-asked.ts';

/** Read by few, so fetched with the first look. */
const SignDialog = lazy(async () => {
  const { SignDialog } = await import('./sign-dialog.tsx');
  return { default: SignDialog };
});
const OfferDialog = lazy(async () => {
  const { OfferDialog } = await import('./offer-dialog.tsx');
  return { default: OfferDialog };
});

const PackDialog = lazy(async () => {
  const { PackDialog } = await import('./pack-dialog.tsx');
  return { default: PackDialog };
});

/** What is looked at of all that is asked. */
export type Looked =
  | { readonly kind: 'sign'; readonly asked: AskedSignOff }
  | { readonly kind: 'take'; readonly asked: AskedHandOver }
  | { readonly kind: 'pack'; readonly pack: HandOverPack };

interface AskedDialogsProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly looked: Looked | null;
  readonly onClose: () => void;
}

/** Where a signature is given and a run is taken over. */
export function AskedDialogs({ plan, member, looked, onClose }: AskedDialogsProps) {
  return (
    <Suspense>
      {looked?.kind === 'sign' && (
        <SopWordsProvider plan={plan} sopId={looked.asked.signOff.sopId}>
          <SignDialog plan={plan} member={member} {...looked.asked} onClose={onClose} />
        </SopWordsProvider>
      )}
      {looked?.kind === 'take' && (
        <SopWordsProvider plan={plan} sopId={looked.asked.handOver.sopId}>
          <OfferDialog plan={plan} member={member} {...looked.asked} onClose={onClose} />
        </SopWordsProvider>
      )}
      {looked?.kind === 'pack' && <PackDialog plan={plan} pack={looked.pack} onClose={onClose} />}
    </Suspense>
  );
}
