import '../../support/window-outlog.ts';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/sops');

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  desk.show('sops', <SopsView />);
});
afterEach(() => desk.leave());

async function openImport(): Promise<HTMLElement> {
  await desk.user.click(await screen.findByRole('button', { name: 'Import…' }));
  return await screen.findByRole('dialog', { name: 'Import a procedure' });
}

async function choose(file: string): Promise<void> {
  desk.computer.choices.openPath = file;
  await desk.user.click(screen.getByRole('button', { name: 'Choose a document…' }));
}

describe('importing a procedure', () => {
  it('shows what was read before anything is saved, and makes a draft that one undo takes back', async () => {
    const dialog = await openImport();
    await choose(path.join(FIXTURES, 'google-docs.html'));
    expect(await within(dialog).findByText('5 steps · 2 sections')).toBeDefined();
    expect(within(dialog).getByText(/^Pictures were left out/)).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Create draft' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Refund a customer' }),
    ).toBeDefined();
    expect(await screen.findByDisplayValue('Refund a customer')).toBeDefined();
    await undoLast();
    expect((await readPlan()).sops.filter((sop) => !sop.isArchived)).toEqual([]);
  });

  it('is offered where a new SOP is begun', async () => {
    const [add] = await screen.findAllByRole('button', { name: 'New SOP' });
    await desk.user.click(add as HTMLElement);
    await desk.user.click(await screen.findByRole('button', { name: 'Import a document' }));
    expect(await screen.findByRole('dialog', { name: 'Import a procedure' })).toBeDefined();
    expect(screen.queryByRole('dialog', { name: 'New SOP' })).toBeNull();
  });

  it('reads again as it is told, and makes the procedures that are ticked', async () => {
    const dialog = await openImport();
    const file = path.join(desk.computer.dir, 'shop.md');
    await writeFile(
      file,
      '# Open\n\n1. Lights\n2. Till\n\n# Close\n\n1. Till\n2. Lights\n3. Door\n',
    );
    await choose(file);
    expect(await within(dialog).findByText('5 steps')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('checkbox', { name: 'Open · 2 steps' }));
    expect(within(dialog).getByText('3 steps')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Create draft' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Close' })).toBeDefined();
  });

  it('takes what is pasted, as the page that lies beside the text', async () => {
    const dialog = await openImport();
    const html = await readFile(path.join(FIXTURES, 'word.html'), 'utf8');
    const field = within(dialog).getByRole('textbox', { name: 'Or paste it here' });
    fireEvent.paste(field, {
      clipboardData: {
        getData: (type: string) => (type === 'text/html' ? html : 'Close the month'),
      },
    });
    expect(await within(dialog).findByText('3 steps · 2 sections')).toBeDefined();
    expect(within(dialog).getByText('Scripts, forms and frames were left out')).toBeDefined();
  });

  it('says where a document is too much, and what to do', async () => {
    const dialog = await openImport();
    const file = path.join(desk.computer.dir, 'bomb.md');
    await writeFile(file, `# Fine\n\n${'['.repeat(5_000)}\n`);
    await choose(file);
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toContain(
      'One paragraph holds thousands of brackets or stars (line 3).',
    );
    expect(alert.textContent).toContain('Nothing was saved.');
  });

  it('puts a document into the open draft, and takes the draft out as Markdown', async () => {
    await openImport();
    await choose(path.join(FIXTURES, 'google-docs.html'));
    await desk.user.click(await screen.findByRole('button', { name: 'Create draft' }));
    await screen.findByRole('heading', { level: 1, name: 'Refund a customer' });
    await desk.user.click(screen.getByRole('button', { name: 'More' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Import…' }));
    await screen.findByRole('dialog');
    const file = path.join(desk.computer.dir, 'close.md');
    await writeFile(file, '# Close the shop\n\n1. Lights off\n');
    await choose(file);
    await desk.user.click(await screen.findByRole('button', { name: 'Replace the draft' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Close the shop' })).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Refund a customer' }),
    ).toBeDefined();
    const saved = path.join(desk.computer.dir, 'refund.md');
    desk.computer.choices.savePath = saved;
    await desk.user.click(screen.getByRole('button', { name: 'More' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Save as Markdown…' }));
    await waitFor(async () => {
      expect(await readFile(saved, 'utf8')).toContain('2. Compare the amount with the invoice');
    });
  });
});
