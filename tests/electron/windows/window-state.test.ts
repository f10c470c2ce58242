import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STATE,
  MIN_HEIGHT,
  MIN_WIDTH,
  fitToDisplays,
  parseWindowState,
} from '../../../electron/windows/window-state.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const RIGHT_SCREEN = { x: 1440, y: 0, width: 2560, height: 1440 };
const state = { x: 100, y: 80, width: 1200, height: 700, isMaximized: false };

describe('the remembered window', () => {
  it('comes back where it was', () => {
    expect(fitToDisplays(state, [LAPTOP])).toEqual(state);
  });

  it('comes back on a second display while that is there, and to the first when it is gone', () => {
    const onRight = { ...state, x: 1600, y: 100, width: 2000 };
    expect(fitToDisplays(onRight, [LAPTOP, RIGHT_SCREEN])).toEqual(onRight);
    expect(fitToDisplays(onRight, [LAPTOP])).toEqual({
      ...onRight,
      x: null,
      y: null,
      width: LAPTOP.width,
    });
  });

  it.each([
    ['its title bar above the display', { y: -300 }],
    ['its title bar below the display', { y: 890 }],
    ['only a sliver on the display', { x: 1400 }],
  ])('is placed anew with %s', (_name, place) => {
    expect(fitToDisplays({ ...state, ...place }, [LAPTOP])).toMatchObject({ x: null, y: null });
  });

  it('is never larger than its display', () => {
    expect(fitToDisplays({ ...state, width: 5_000, height: 5_000 }, [LAPTOP])).toMatchObject({
      width: LAPTOP.width,
      height: LAPTOP.height,
    });
  });

  it('keeps being maximised', () => {
    expect(parseWindowState({ ...state, isMaximized: true }).isMaximized).toBe(true);
  });

  it.each([[undefined], [null], ['text'], [[]], [{}], [{ width: '800', height: 600 }]])(
    'starts with the default when %j was stored',
    (stored) => {
      expect(parseWindowState(stored)).toEqual(DEFAULT_STATE);
    },
  );

  it('is always usable, whatever was stored', () => {
    const stored = fc.record(
      {
        x: fc.anything(),
        y: fc.oneof(fc.double(), fc.integer(), fc.anything()),
        width: fc.oneof(fc.integer(), fc.double()),
        height: fc.oneof(fc.integer(), fc.double()),
        isMaximized: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(stored, (value) => {
        const parsed = parseWindowState(value);
        expect(parsed.width).toBeGreaterThanOrEqual(MIN_WIDTH);
        expect(parsed.height).toBeGreaterThanOrEqual(MIN_HEIGHT);
        const { x, y, width } = fitToDisplays(parsed, [LAPTOP]);
        expect(width).toBeLessThanOrEqual(LAPTOP.width);
        expect(x === null).toBe(y === null);
        if (x !== null) expect(x).toBeLessThan(LAPTOP.x + LAPTOP.width);
      }),
    );
  });
});
