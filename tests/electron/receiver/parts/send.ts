import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Sending {
  readonly method?: string;
  readonly token?: string;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Uint8Array;
  /** The body as JSON, where it is any. */
  readonly json: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const BYTES_TYPE = { 'content-type': 'application/octet-stream' };

/** One request on a connection of its own, with nothing between it and the wire that mends anything. */
export function send(url: string, path: string, sending: Sending = {}): Promise<Heard> {
  const { method = 'GET', token, body, headers = {} } = sending;
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  const type = body === undefined ? {} : typeof body === 'string' ? JSON_TYPE : BYTES_TYPE;
  const isMeasured = body !== undefined && headers['transfer-encoding'] === undefined;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url + path,
      {
        method,
        agent: false,
        rejectUnauthorized: false,
        headers: {
          ...type,
          ...(isMeasured && { 'content-length': Buffer.byteLength(body) }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: heard } = response;
          resolve({ status, headers: heard, bytes, json: jsonOf(bytes) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The refusal's code, or the whole answer where it is none: for a test's message. */
export function problemOf({ status, json }: Heard): string {
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : '?';
  return `${status} ${String(code)}`;
}
