import type { NetworkInterfaceInfo } from 'node:os';

export const THIS_COMPUTER = '127.0.0.1';

type Interfaces = Readonly<Partial<Record<string, readonly NetworkInterfaceInfo[]>>>;

/** Bridges of virtual machines and containers: nobody outside this computer is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|lxc|podman|cni)/i;
/** Self-assigned where no router answered (RFC 3927): worth a try, after all others. */
const SELF_ASSIGNED = /^169\.254\./;
/** What routers of homes and offices give out (RFC 1918), the commonest first. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

/** The addresses at which others on the network may reach this computer, the likeliest first. IPv4 alone. */
export function lanHosts(interfaces: Interfaces): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address) })),
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

function rankOf(name: string, address: string): number {
  if (SELF_ASSIGNED.test(address)) return 20;
  const place = PRIVATE.findIndex((pattern) => pattern.test(address));
  return (VIRTUAL.test(name) ? 10 : 0) + (place === -1 ? PRIVATE.length : place);
}
