import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { signOffId, signatureFields } from '#shared/sops/sign-off';
import type { Signature } from '#shared/sops/sign-off';
import { memberAudience } from '#shared/stream/change';
import { handOversFrom, readSignOff } from '../../../../renderer/data/asked.ts';
import { openRuns, readRun } from '../../../../renderer/data/runs.ts';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { now } from '../../../../renderer/services/clock.ts';
import { startSop } from '../../../../renderer/services/start-run.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
  await desk.hears([
    ...sop('opening', 'Open the desk', {
      'step.count': { order: 1, title: 'Count the returns', kind: 'number' },
      'step.check': { order: 2, title: 'Second pair of eyes', kind: 'signOff' },
      'step.sheet': { order: 3, title: 'Put the sheet live', kind: 'sop', sopId: 'inner' },
    }),
    ...sop('inner', 'Inner sheet', { 'step.only': { order: 1, title: 'Just this', kind: 'tick' } }),
    ...sop('ring', 'Ring', {
      'step.self': { order: 1, title: 'Again', kind: 'sop', sopId: 'ring' },
    }),
  ]);
});
afterEach(async () => {
  await desk.leave();
});

function sop(id: string, title: string, steps: Readonly<Record<string, Json>>) {
  const head = { title, ...steps };
  return [
    team('sop', id, { ...head, outcomeId: UPLOADS, publishedVersion: 1 }),
    team('sopVersion', `${id}.v1`, { ...head, sopId: id, number: 1 }),
  ];
}

async function start(sopId: string): Promise<string> {
  const { runId } = must(await startSop(await desk.worksAs(), { id: sopId, outcomeId: UPLOADS }));
  showRun(runId);
  return runId;
}

function showRun(runId: string): void {
  cleanup();
  desk.show('run', <RunView />, { runId });
}

const press = async (name: string | RegExp): Promise<void> =>
  await desk.user.click(await screen.findByRole('button', { name }));
/** By its name alone: the list of steps that stood there before may still be leaving. */
const goTo = async (step: string): Promise<void> => await press(new RegExp(step));
const run = async (runId: string) => await readRun(memberAudience(ANA), runId);

async function maraSays(runId: string, verdict: Signature['verdict'], note = ''): Promise<void> {
  const id = signOffId(ANA, runId, 'check');
  const content = (await readSignOff(id))?.content ?? '';
  const signature = { byId: desk.founderId, atMs: now(), verdict, note };
  await desk.hears([team('signOff', id, { ...signatureFields(content, signature) })]);
}

describe('a step that a second person confirms', () => {
  test('is asked for, refused, asked again and signed, each as it arrives', async () => {
    const runId = await start('opening');
    await desk.user.type(await screen.findByLabelText('Number'), '42{Enter}');
    await press('Ask for a signature…');
    const dialog = await screen.findByRole('dialog', { name: 'Who is to sign?' });
    await desk.user.type(within(dialog).getByLabelText('What to look at'), 'Row 12');
    expect(within(dialog).getByLabelText('Show them the answer so far')).toBeDefined();
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Waiting for any colleague')).toBeDefined();
    const asked = await readSignOff(signOffId(ANA, runId, 'check'));
    expect(asked).toMatchObject({ note: 'Row 12', askedOfId: '' });
    expect(asked?.answers.get('count')?.value).toBe(42);

    await maraSays(runId, 'refused', 'Count again');
    expect(await screen.findByText(/^Mara did not sign/)).toBeDefined();
    expect(screen.getByText('Count again')).toBeDefined();
    await press('Ask again…');
    await press(/^Ask(?! again)/);
    expect(await screen.findByText(/refused what was asked before/)).toBeDefined();

    await maraSays(runId, 'signed');
    expect(await screen.findByText(/^Signed by Mara/)).toBeDefined();
    expect(screen.getByText(/^2 of 3 steps/)).toBeDefined();
  });

  test('shows what was changed after it was signed', async () => {
    const runId = await start('opening');
    await desk.user.type(await screen.findByLabelText('Number'), '42{Enter}');
    await press('Ask for a signature…');
    await press(/^Ask(?! for)/);
    await screen.findByText('Waiting for any colleague');
    await maraSays(runId, 'signed');
    await screen.findByText(/^Signed by Mara/);
    await goTo('Count the returns');
    const figure = await screen.findByLabelText<HTMLInputElement>('Number');
    await desk.user.clear(figure);
    await desk.user.type(figure, '41');
    expect(figure.value).toBe('41');
    await desk.user.keyboard('{Enter}');
    expect(await screen.findByText('Changed since it was signed')).toBeDefined();
  });

  test('is withdrawn, and asks anew', async () => {
    const runId = await start('opening');
    await goTo('Second pair of eyes');
    await press('Ask for a signature…');
    await press(/^Ask(?! for)/);
    await press('Withdraw');
    expect(await screen.findByRole('button', { name: 'Ask for a signature…' })).toBeDefined();
    expect((await readSignOff(signOffId(ANA, runId, 'check')))?.isDeleted).toBe(true);
  });
});

describe('a run that is handed over', () => {
  async function hands(): Promise<string> {
    const runId = await start('opening');
    await desk.user.type(await screen.findByLabelText('Number'), '42{Enter}');
    await press(/More/);
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Hand over…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Who goes on with it?' });
    await desk.user.type(within(dialog).getByLabelText('What they need to know'), 'Off to lunch');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(dialog).findByText('Choose who goes on with it')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('combobox', { name: 'To' }));
    await desk.user.click(await screen.findByRole('option', { name: /Mara/ }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/^Handed to Mara, .*not taken yet$/);
    return runId;
  }

  test('stands still until it is declined, and is taken up again', async () => {
    const runId = await hands();
    expect(await openRuns(ANA)).toEqual([]);
    const [offer] = await handOversFrom(ANA);
    const reply = { byId: desk.founderId, verdict: 'declined', reason: 'No time', atMs: now() };
    await desk.hears([team('handOver', offer?.id ?? '', { reply })]);
    expect(await screen.findByText(/^Mara declined/)).toBeDefined();
    expect(screen.getByText('No time')).toBeDefined();
    await press('Take it up again');
    expect(await screen.findByRole('navigation', { name: 'Steps' })).toBeDefined();
    expect((await run(runId))?.answers.get('count')?.value).toBe(42);
  });

  test('says that it was taken, and cannot be taken back then', async () => {
    await hands();
    const [offer] = await handOversFrom(ANA);
    const reply = { byId: desk.founderId, verdict: 'taken', atMs: now() };
    await desk.hears([team('handOver', offer?.id ?? '', { reply })]);
    expect(await screen.findByText(/^Mara took it over/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
    const story = await screen.findByRole('list', { name: 'Who had it when' });
    expect(within(story).getByText('Mara')).toBeDefined();
  });
});

describe('a step that runs another procedure', () => {
  test('is gone into and come back from, and is done with its end', async () => {
    const runId = await start('opening');
    await goTo('Put the sheet live');
    await press('Start “Inner sheet”');
    await waitFor(() => expect(currentRoute().params['runId']).not.toBe(runId));
    const childId = currentRoute().params['runId'] ?? '';
    const trail = await screen.findByRole('navigation', { name: 'Part of' });
    await desk.user.click(within(trail).getByRole('button', { name: 'Open the desk' }));
    await goTo('Put the sheet live');
    await press('Go on with “Inner sheet”');
    await screen.findByRole('heading', { name: 'Just this' });
    await desk.user.keyboard(' ');
    await press(/^Finish/);
    await waitFor(async () => expect((await run(childId))?.finishedAtMs).not.toBeNull());
    expect((await run(runId))?.answers.get('sheet')?.value).toBe(childId);
  });

  test('is abandoned with the whole where one wants it so', async () => {
    const runId = await start('opening');
    await goTo('Put the sheet live');
    await press('Start “Inner sheet”');
    await waitFor(() => expect(currentRoute().params['runId']).not.toBe(runId));
    const childId = currentRoute().params['runId'] ?? '';
    showRun(runId);
    await press(/More/);
    await desk.user.click(await screen.findByRole('menuitem', { name: /^Abandon/ }));
    await screen.findByLabelText('Abandon the checklist of its step too');
    await desk.user.type(screen.getByLabelText('Why it cannot be finished'), 'Cancelled');
    await press('Abandon');
    await waitFor(async () => expect((await run(childId))?.abandonReason).toBe('Cancelled'));
    expect((await run(runId))?.abandonReason).toBe('Cancelled');
  });

  test('says where it leads back to itself, and does not begin', async () => {
    await start('ring');
    expect(await screen.findByText('This leads back to where it began')).toBeDefined();
    expect(screen.getByText(/^Ring → Ring\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
  });
});
