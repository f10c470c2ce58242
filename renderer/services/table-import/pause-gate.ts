/** Holds a long run at its next step while it is paused. */
export class PauseGate {
  #isPaused = false;
  #waiting: (() => void)[] = [];

  get isPaused(): boolean {
    return this.#isPaused;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  async pass(): Promise<void> {
    if (!this.#isPaused) return;
    await new Promise<void>((goOn) => this.#waiting.push(goOn));
  }
}
