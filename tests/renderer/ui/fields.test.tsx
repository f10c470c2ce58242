import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { Checkbox } from '../../../renderer/ui/checkbox.tsx';
import { Combobox } from '../../../renderer/ui/combobox.tsx';
import { NumberField } from '../../../renderer/ui/number-field.tsx';
import { Segmented } from '../../../renderer/ui/segmented.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { Switch } from '../../../renderer/ui/switch.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';

const clients = [
  { value: 'nw', label: 'Northwind' },
  { value: 'hc', label: 'Halden & Co' },
];

describe('NumberField', () => {
  function Quantity() {
    const [value, setValue] = useState<number | null>(5);
    return (
      <>
        <NumberField label="Quantity" value={value} onChange={setValue} min={0} max={20} />
        <output>{String(value)}</output>
      </>
    );
  }
  const told = () => screen.getByRole('status').textContent;

  test('arrows step, Shift steps by ten, and neither leaves the limits', async () => {
    const user = userEvent.setup();
    render(<Quantity />);
    await user.click(screen.getByLabelText('Quantity'));
    await user.keyboard('{ArrowUp}');
    expect(told()).toBe('6');
    await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    expect(told()).toBe('20');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    expect(told()).toBe('0');
  });

  test('a typed figure beyond the limit is brought back to it', async () => {
    const user = userEvent.setup();
    render(<Quantity />);
    const field = screen.getByLabelText('Quantity');
    await user.clear(field);
    await user.type(field, '250');
    await user.tab();
    expect(told()).toBe('20');
  });

  test('an emptied field is no figure, and not a zero', async () => {
    const user = userEvent.setup();
    render(<Quantity />);
    await user.clear(screen.getByLabelText('Quantity'));
    await user.tab();
    expect(told()).toBe('null');
  });
});

describe('Segmented', () => {
  test('is a native radio group, so arrows move within it and one choice holds', async () => {
    const user = userEvent.setup();
    function Period() {
      const [value, setValue] = useState<'day' | 'week' | 'month'>('day');
      return (
        <Segmented
          label="Period"
          value={value}
          onChange={setValue}
          options={[
            { value: 'day', label: 'Day' },
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
        />
      );
    }
    render(<Period />);
    expect(screen.getByRole('radiogroup', { name: 'Period' })).toBeTruthy();
    const names = screen.getAllByRole('radio').map((radio) => radio.getAttribute('name'));
    expect(new Set(names).size).toBe(1);
    await user.click(screen.getByRole('radio', { name: 'Week' }));
    expect(screen.getByRole('radio', { name: 'Week' })).toHaveProperty('checked', true);
    expect(screen.getByRole('radio', { name: 'Day' })).toHaveProperty('checked', false);
  });
});

describe('Select', () => {
  test('opens and chooses by keyboard, and is named by its label', async () => {
    const user = userEvent.setup();
    function Client() {
      const [value, setValue] = useState<string | null>(null);
      return <Select label="Client" value={value} onChange={setValue} options={clients} />;
    }
    render(<Client />);
    const trigger = screen.getByRole('combobox', { name: /Client/ });
    await user.click(trigger);
    await user.click(await screen.findByRole('option', { name: 'Halden & Co' }));
    expect(trigger.textContent).toContain('Halden & Co');
  });
});

describe('Combobox', () => {
  function Client({
    allowNew,
    chosen = null,
  }: {
    readonly allowNew: boolean;
    readonly chosen?: string | null;
  }) {
    const [value, setValue] = useState<string | null>(chosen);
    return (
      <>
        <Combobox
          label="Client"
          value={value}
          onChange={setValue}
          options={clients}
          allowNew={allowNew}
        />
        <output>{String(value)}</output>
      </>
    );
  }

  test('finds by typing and takes with Enter', async () => {
    const user = userEvent.setup();
    render(<Client allowNew={false} />);
    await user.type(screen.getByLabelText('Client'), 'hal');
    await screen.findByRole('option', { name: 'Halden & Co' });
    await user.keyboard('{Enter}');
    expect(screen.getByText('hc')).toBeTruthy();
  });

  test('finds another by typing over the one that is chosen', async () => {
    const user = userEvent.setup();
    for (const allowNew of [false, true]) {
      const { unmount } = render(<Client allowNew={allowNew} chosen="nw" />);
      const field = screen.getByLabelText('Client');
      expect(field).toHaveProperty('value', 'Northwind');
      await user.clear(field);
      await user.type(field, 'hal');
      expect(field).toHaveProperty('value', 'hal');
      await user.click(await screen.findByRole('option', { name: 'Halden & Co' }));
      expect(screen.getByText('hc')).toBeTruthy();
      unmount();
    }
  });

  test('typing over a choice that must not be empty finds another, and leaving restores it', async () => {
    const user = userEvent.setup();
    function Zone() {
      const [value, setValue] = useState('nw');
      return (
        <Combobox
          label="Client"
          value={value}
          onChange={(next) => next !== null && setValue(next)}
          options={clients}
        />
      );
    }
    render(<Zone />);
    const field = screen.getByLabelText('Client');
    await user.tripleClick(field);
    await user.keyboard('hal');
    expect(field).toHaveProperty('value', 'hal');
    await user.keyboard('{Enter}');
    expect(field).toHaveProperty('value', 'Halden & Co');
    await user.tripleClick(field);
    await user.keyboard('zzz');
    await user.tab();
    expect(field).toHaveProperty('value', 'Halden & Co');
  });

  test('Escape with its list closed keeps the choice and is left to what is around it', async () => {
    const user = userEvent.setup();
    const escaped = vi.fn<() => void>();
    render(
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a dialog
      <div onKeyDown={({ key }) => key === 'Escape' && escaped()}>
        <Client allowNew={false} chosen="nw" />
      </div>,
    );
    const field = screen.getByLabelText('Client');
    await user.tab();
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Escape}');
    expect(field).toHaveProperty('value', 'Northwind');
    expect(screen.getByText('nw')).toBeTruthy();
    expect(escaped).toHaveBeenCalledOnce();
  });

  test('takes what is new only where it may', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<Client allowNew />);
    await user.type(screen.getByLabelText('Client'), 'Zephyr');
    await user.click(await screen.findByRole('option', { name: 'Add “Zephyr”' }));
    expect(screen.getByText('Zephyr', { selector: 'output' })).toBeTruthy();
    unmount();
    render(<Client allowNew={false} />);
    await user.type(screen.getByLabelText('Client'), 'Zephyr');
    expect(screen.queryByRole('option')).toBeNull();
  });
});

test('a text field tells its error to who cannot see it', () => {
  render(<TextField label="Reference" value="x" onChange={() => undefined} error="Too short" />);
  const field = screen.getByLabelText('Reference');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toBe('Too short');
});

test('a checkbox and a switch are toggled with Space and keep their roles', async () => {
  const user = userEvent.setup();
  function Both() {
    const [isTicked, setIsTicked] = useState(false);
    const [isOn, setIsOn] = useState(false);
    return (
      <>
        <Checkbox label="Photos checked" checked={isTicked} onChange={setIsTicked} />
        <Switch label="Show archived" checked={isOn} onChange={setIsOn} />
      </>
    );
  }
  render(<Both />);
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole('checkbox', { name: 'Photos checked' })).toHaveProperty('checked', true);
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole('switch', { name: 'Show archived' })).toHaveProperty('checked', true);
});
