import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { handOverId, takenRunId } from '#shared/sops/hand-over';
import { signOffId } from '#shared/sops/sign-off';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { AskedOfYou } from '../../../../renderer/app/parts/asked-of-you/asked-of-you.tsx';
import { readHandOver, readSignOff } from '../../../../renderer/data/asked.ts';
import type { Plan } from '../../../../renderer/data/plan.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { readRun } from '../../../../renderer/data/runs.ts';
import { now } from '../../../../renderer/services/clock.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

let desk: AssistantDesk;
let plan: Plan;
beforeEach(async () => {
  desk = await openAssistant();
  plan = await readPlan();
});
afterEach(async () => {
  await desk.leave();
});

function show(): void {
  const member = plan.memberById.get(ANA);
  if (!member) throw new Error('the plan has not arrived');
  desk.show('today', <AskedOfYou plan={plan} member={member} nowMs={now() + 60_000} />);
}

const signId = (): string => signOffId(desk.founderId, 'run1', 'odd');
const asked = (fields: Fields = {}) =>
  team('signOff', signId(), {
    runId: 'run1',
    stepId: 'odd',
    sopId: 'sheet',
    versionId: 'sheet.v1',
    askedOfId: ANA,
    askedAtMs: now(),
    note: 'Look at row 12',
    'answer.count': { value: 42, atMs: now() },
    ...fields,
  });

const offerId = (): string => handOverId(desk.founderId, 'run1', 'part');
const offered = () =>
  team('handOver', offerId(), {
    toId: ANA,
    runId: 'run1',
    sopId: 'sheet',
    versionId: 'sheet.v1',
    atStepId: 'sort',
    atMs: now(),
    note: 'Off to lunch',
    'answer.read': { value: true, atMs: now(), byId: desk.founderId },
  });

const look = async (name: string): Promise<HTMLElement> => {
  await desk.user.click(await screen.findByRole('button', { name }));
  return await screen.findByRole('dialog');
};

describe('a signature asked of somebody', () => {
  test('appears as it arrives, shows what is to be signed, and is signed by keyboard', async () => {
    show();
    await desk.hears([asked()]);
    const dialog = await look('Look at “What was odd?” for Mara');
    expect(within(dialog).getByText('Look at row 12')).toBeDefined();
    const answers = within(dialog).getByRole('list', { name: 'Answered so far' });
    expect(within(answers).getByText('Count the rows')).toBeDefined();
    expect(within(answers).getByText('42')).toBeDefined();
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () =>
      expect((await readSignOff(signId()))?.signature).toMatchObject({
        byId: ANA,
        verdict: 'signed',
      }),
    );
    await waitFor(() => expect(screen.queryByText('Asked of you')).toBeNull());
  });

  test('is refused with a note alone', async () => {
    show();
    await desk.hears([asked()]);
    const dialog = await look('Look at “What was odd?” for Mara');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Refuse' }));
    expect(await within(dialog).findByText('Say what is to be put right')).toBeDefined();
    expect((await readSignOff(signId()))?.signature).toBeNull();
    await desk.user.type(within(dialog).getByLabelText('Remark'), 'Row 12 is empty');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Refuse' }));
    await waitFor(async () =>
      expect((await readSignOff(signId()))?.signature).toMatchObject({
        verdict: 'refused',
        note: 'Row 12 is empty',
      }),
    );
  });

  test('that was asked anew while it was read is not signed as it was', async () => {
    show();
    await desk.hears([asked()]);
    const dialog = await look('Look at “What was odd?” for Mara');
    await desk.hears([asked({ askedAtMs: now() + 1, note: 'Row 13 too' })]);
    await desk.user.click(within(dialog).getByRole('button', { name: /^Sign/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await readSignOff(signId()))?.signature).toBeNull();
    expect(
      await screen.findByRole('button', { name: 'Look at “What was odd?” for Mara' }),
    ).toBeDefined();
  });

  test('leaves the list where it is withdrawn, and is nobody else’s', async () => {
    show();
    await desk.hears([asked()]);
    await screen.findByText('Sign “What was odd?”');
    await desk.hears([team('signOff', signId(), { deleted: true })]);
    await waitFor(() => expect(screen.queryByText('Sign “What was odd?”')).toBeNull());
    await desk.hears([asked({ deleted: false, askedOfId: 'ben' })]);
    expect((await readSignOff(signId()))?.askedOfId).toBe('ben');
    expect(screen.queryByText('Asked of you')).toBeNull();
  });
});

describe('a run that a colleague hands over', () => {
  test('is looked into and taken: it goes on where it stood', async () => {
    show();
    await desk.hears([offered()]);
    expect(await screen.findByText(/stands at “How is it sorted\?”/)).toBeDefined();
    const dialog = await look('Look at “Put a sheet live” from Mara');
    expect(within(dialog).getByText('Off to lunch')).toBeDefined();
    expect(within(dialog).getByText('Read the sheet')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('button', { name: /^Take it over/ }));
    await waitFor(() => expect(currentRoute().view).toBe('run'));
    const runId = currentRoute().params['runId'] ?? '';
    expect(runId).toBe(takenRunId(offerId()));
    const run = await readRun(memberAudience(ANA), runId);
    expect(run).toMatchObject({ atStepId: 'sort', fromMemberId: desk.founderId });
    expect(run?.answers.get('read')).toMatchObject({ value: true, byId: desk.founderId });
  });

  test('is declined with a reason alone', async () => {
    show();
    await desk.hears([offered()]);
    const dialog = await look('Look at “Put a sheet live” from Mara');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    expect(await within(dialog).findByText('Say why, in a few words')).toBeDefined();
    await desk.user.type(within(dialog).getByLabelText('Why not'), 'My shift is over');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    await waitFor(async () =>
      expect((await readHandOver(offerId()))?.reply).toMatchObject({
        verdict: 'declined',
        reason: 'My shift is over',
      }),
    );
    await waitFor(() => expect(screen.queryByText('Asked of you')).toBeNull());
  });

  test('whose version has not arrived is offered by the procedure’s name, and taken when it is there', async () => {
    show();
    await desk.hears([offered(), team('handOver', offerId(), { versionId: 'sheet.v9' })]);
    const dialog = await look('Look at “Put a sheet live” from Mara');
    expect(within(dialog).getByText(/still on their way/)).toBeDefined();
    const take = within(dialog).getByRole<HTMLButtonElement>('button', { name: /^Take it over/ });
    expect(take.disabled).toBe(true);
  });
});
