import { connect, type Socket } from 'node:net';

export interface HeardAnswer {
  readonly status: number;
  readonly body: string;
}

interface Asked {
  readonly resolve: (answer: HeardAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** One device's connection, kept open: HTTP/1.1 with as little of its own work as can be. */
export class DeviceSocket {
  readonly #socket: Socket;
  #heard: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  #asked: Asked | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#hear(bytes));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The connection ended.')));
  }

  static open(port: number): Promise<DeviceSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new DeviceSocket(socket));
      });
    });
  }

  /** One request at a time. Rejects where the connection ends before the answer is whole. */
  ask(request: Uint8Array): Promise<HeardAnswer> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      if (this.#socket.destroyed) this.#fail(new Error('The connection has ended.'));
      else this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(bytes: Buffer): void {
    this.#heard = this.#heard.length === 0 ? bytes : Buffer.concat([this.#heard, bytes]);
    const headEnd = this.#heard.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#heard.toString('latin1', 0, headEnd);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN);
    const end = headEnd + 4 + length;
    if (Number.isNaN(length)) this.#fail(new Error(`An answer without a length: ${head}`));
    if (!(this.#heard.length >= end)) return;
    const body = this.#heard.toString('utf8', headEnd + 4, end);
    this.#heard = this.#heard.subarray(end);
    const asked = this.#asked;
    this.#asked = null;
    asked?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  #fail(error: Error): void {
    const asked = this.#asked;
    this.#asked = null;
    asked?.reject(error);
  }
}
