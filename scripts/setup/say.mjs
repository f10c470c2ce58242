/** A failure that the person at the keyboard can mend: shown as its words alone, without a stack. */
export class SetupError extends Error {}

/**
 * Tells the person what is going on. On stderr: stdout belongs to results.
 * @param {string} words
 */
export function say(words) {
  process.stderr.write(`outlog: ${words}\n`);
}

/**
 * Runs a command's body; its number is the exit code.
 * @param {() => Promise<number>} body
 */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof SetupError) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
