const NEAR_PX = 14;

/** The place nearest to a point of the plot, if any is near. */
export function nearestIndex(
  places: readonly { readonly x: number; readonly y: number }[],
  xPx: number,
  yPx: number,
): number | null {
  let nearest: number | null = null;
  let nearestPx = NEAR_PX;
  for (const [index, { x, y }] of places.entries()) {
    const apartPx = Math.hypot(x - xPx, y - yPx);
    if (apartPx < nearestPx) [nearest, nearestPx] = [index, apartPx];
  }
  return nearest;
}

export function indexOf<T>(items: readonly T[], test: (item: T) => boolean): number | null {
  const found = items.findIndex(test);
  return found < 0 ? null : found;
}

export const isInside = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  xPx: number,
  yPx: number,
): boolean => xPx >= box.x && xPx < box.x + box.width && yPx >= box.y && yPx < box.y + box.height;
