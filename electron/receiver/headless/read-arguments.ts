import { parseArgs } from 'node:util';
import { endpointUrl } from '#shared/endpoint/address';

/** What the command line asks for. */
export interface HeadlessArguments {
  /** The folder that everything lies in. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** PEM files; `own`: the receiver's own certificate; null: plain HTTP. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | 'own' | null;
  readonly isBehindProxy: boolean;
  /** Where members reach it, if that is not where it listens: a proxy's address. */
  readonly publicUrl: string | null;
  readonly isAnnounced: boolean;
  readonly isVerbose: boolean;
}

const DEFAULT_PORT = 47_822;

export const USAGE = `usage: npm run receiver -- --data DIR [options]

  --data DIR         where everything lies; it becomes a sync folder unless DATABASE_URL is set
  --host ADDRESS     address to listen on (127.0.0.1); 0.0.0.0 for every network
  --port NUMBER      port to listen on (${DEFAULT_PORT}); 0 for any that is free
  --tls-cert FILE    certificate, PEM      } speak TLS with a certificate that is given
  --tls-key FILE     its key, PEM          }
  --self-signed      speak TLS with a certificate of the receiver's own, which invites name
  --behind-proxy     a proxy in front speaks TLS: listen without it, and believe X-Forwarded-For
  --url URL          the address that members use, where it is another (a proxy's)
  --announce         let the local network know (multicast DNS)
  --verbose          a line for each request, without content

DATABASE_URL=postgres://… keeps everything in PostgreSQL instead; several receivers may share it.
`;

/** What was asked for, or what is wrong with it in words. */
export function readArguments(args: readonly string[]): HeadlessArguments | string {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS, strict: true }));
  } catch (error) {
    return error instanceof Error ? error.message : 'These options are not understood.';
  }
  const { data, host = '127.0.0.1', port = String(DEFAULT_PORT), url } = values;
  const certFile = values['tls-cert'];
  const keyFile = values['tls-key'];
  if (data === undefined || data === '') return '--data is missing.';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return '--port is 0 to 65535.';
  if ((certFile === undefined) !== (keyFile === undefined)) {
    return '--tls-cert and --tls-key go together.';
  }
  const publicUrl = url === undefined ? null : endpointUrl(url);
  if (url !== undefined && publicUrl === null) return '--url is https://host[:port].';
  const given = certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : null;
  return {
    data,
    host,
    port: Number(port),
    tls: given ?? (values['self-signed'] === true ? 'own' : null),
    isBehindProxy: values['behind-proxy'] === true,
    publicUrl,
    isAnnounced: values.announce === true,
    isVerbose: values.verbose === true,
  };
}

const OPTIONS = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'self-signed': { type: 'boolean' },
  'behind-proxy': { type: 'boolean' },
  url: { type: 'string' },
  announce: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const;
