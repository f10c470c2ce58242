/** What is pressed, and what stands on the page once its answer is drawn. */
export interface Step {
  /** Selectors of what is pressed and of what must be there. */
  readonly press: string;
  readonly wanted: string;
}

/** Runs in a page: ms from a press until the frame in which its answer is drawn has been handed over. */
export async function msToDrawn({ press, wanted }: Step): Promise<number> {
  const pressed = document.querySelector<HTMLElement>(press);
  if (!pressed) throw new Error(`Nothing to press: ${press}`);
  const startMs = performance.now();
  pressed.click();
  while (!document.querySelector(wanted)) {
    if (performance.now() - startMs > 60_000) throw new Error(`Never drawn: ${wanted}`);
    await new Promise(requestAnimationFrame);
  }
  // What was found is painted with the frame that the next one follows.
  await new Promise(requestAnimationFrame);
  return performance.now() - startMs;
}

/** Runs in a page: the ms of script of every step of a scroll down and up again. */
export async function scrollScriptMs(scroller: string): Promise<number[]> {
  const element = document.querySelector<HTMLElement>(scroller);
  if (!element) throw new Error(`Nothing to scroll: ${scroller}`);
  const stepPx = 180;
  const steps = Math.ceil((element.scrollHeight - element.clientHeight) / stepPx);
  const took: number[] = [];
  for (const sign of [1, -1]) {
    for (let step = 0; step < steps; step += 1) {
      await new Promise(requestAnimationFrame);
      element.scrollTop += sign * stepPx;
      const startMs = performance.now();
      // Rows are drawn while the event is heard; the browser's own comes later and finds them drawn.
      element.dispatchEvent(new Event('scroll'));
      took.push(performance.now() - startMs);
    }
  }
  return took;
}
