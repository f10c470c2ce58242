import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Bullet } from '../../../renderer/ui/bullet.tsx';

test('says its figures in words', () => {
  render(<Bullet label="Product uploads" value={34} target={60} expected={40} pace="behind" />);
  const meter = screen.getByRole('meter', { name: 'Product uploads' });
  expect(meter.getAttribute('aria-valuetext')).toBe('34 of 60, expected by now 40');
});
