import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Random } from '#shared/random';

export interface Line {
  readonly bitsPerS: number;
  /** There and back. */
  readonly roundTripMs: number;
  /** How likely the connection breaks in each stretch of `stretchBytes` that passes. */
  readonly resetRatio: number;
  readonly stretchBytes: number;
}

export interface ShapedLine {
  readonly port: number;
  /** What has passed, both ways together. */
  readonly passedBytes: () => number;
  readonly resetCount: () => number;
  /** Cuts the line, or mends it. */
  readonly cut: (isCut: boolean) => void;
  readonly close: () => Promise<void>;
}

const SLICE_BYTES = 2 * 1024;
/** What a modem holds: more in its queue would be counted as passed and was not. */
const QUEUE_BYTES = 16 * 1024;

/** A slow line on loopback that ends at `port`: each way has its rate, every byte its way to go. */
export async function shapedLine(port: number, line: Line, random: Random): Promise<ShapedLine> {
  let passed = 0;
  let resets = 0;
  let untilChance = line.stretchBytes;
  let isCut = false;
  const sockets = new Set<Socket>();

  /** True where the line breaks now. */
  const pass = (bytes: number): boolean => {
    passed += bytes;
    untilChance -= bytes;
    if (untilChance > 0) return false;
    untilChance += line.stretchBytes;
    return random.chance(line.resetRatio);
  };

  const server = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy();
      return;
    }
    const onward = connect(port, '127.0.0.1');
    const ends = [client, onward];
    for (const socket of ends) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    const breakOff = (): void => {
      resets += 1;
      for (const socket of ends) socket.resetAndDestroy();
    };
    carry(client, onward, line, pass, breakOff);
    carry(onward, client, line, pass, breakOff);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    passedBytes: () => passed,
    resetCount: () => resets,
    cut: (isCutNow) => {
      isCut = isCutNow;
      if (isCut) for (const socket of sockets) socket.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function carry(
  from: Socket,
  to: Socket,
  { bitsPerS, roundTripMs }: Line,
  pass: (bytes: number) => boolean,
  breakOff: () => void,
): void {
  let queued = 0;
  let freeAtMs = 0;
  const later = (call: () => void): void => {
    setTimeout(call, Math.max(0, freeAtMs - performance.now()));
  };
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
      const slice = chunk.subarray(at, at + SLICE_BYTES);
      queued += slice.length;
      freeAtMs = Math.max(freeAtMs, performance.now()) + (slice.length * 8_000) / bitsPerS;
      later(() => {
        queued -= slice.length;
        if (queued < QUEUE_BYTES) from.resume();
        if (from.destroyed && to.destroyed) return;
        if (pass(slice.length)) breakOff();
        else setTimeout(() => to.write(slice), roundTripMs / 2);
      });
    }
    if (queued >= QUEUE_BYTES) from.pause();
  });
  from.on('end', () => later(() => setTimeout(() => to.end(), roundTripMs / 2)));
  from.on('close', () => later(() => setTimeout(() => to.destroy(), roundTripMs)));
}
