import { isRecord } from '../settings/json-file.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was; `x` and `y` are null until it was moved or where its place is gone. */
export interface WindowState {
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

export const MIN_WIDTH = 880;
export const MIN_HEIGHT = 560;
export const DEFAULT_STATE: WindowState = {
  x: null,
  y: null,
  width: 1280,
  height: 820,
  isMaximized: false,
};

/** As much of the window as must lie on a display for a hand to reach it. */
const REACHABLE = { width: 120, height: 40 };

const isCoordinate = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 100_000;

/** Reads what was stored; anything damaged gives the default. */
export function parseWindowState(stored: unknown): WindowState {
  if (!isRecord(stored)) return DEFAULT_STATE;
  const { x, y, width, height, isMaximized } = stored;
  if (!isCoordinate(width) || !isCoordinate(height)) return DEFAULT_STATE;
  const hasPlace = isCoordinate(x) && isCoordinate(y);
  return {
    x: hasPlace ? x : null,
    y: hasPlace ? y : null,
    width: Math.max(MIN_WIDTH, width),
    height: Math.max(MIN_HEIGHT, height),
    isMaximized: isMaximized === true,
  };
}

function isReachable(state: Rectangle, area: Rectangle): boolean {
  const width = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  // The title bar is at the top: that edge, not just any corner, has to be on the display.
  const isTopInside = state.y >= area.y && state.y <= area.y + area.height - REACHABLE.height;
  return width >= REACHABLE.width && isTopInside;
}

/**
 * The state as the displays of today allow it: no larger than the display it lies on (or the first),
 * and without a place when that place is off every display.
 * @param workAreas displays without their panels, the primary first; never empty
 */
export function fitToDisplays(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const { x, y, width, height } = state;
  const home =
    x === null || y === null
      ? undefined
      : workAreas.find((area) => isReachable({ x, y, width, height }, area));
  const area = home ?? workAreas[0];
  const fitted = {
    ...state,
    width: area === undefined ? width : Math.min(width, area.width),
    height: area === undefined ? height : Math.min(height, area.height),
  };
  return home === undefined ? { ...fitted, x: null, y: null } : fitted;
}
