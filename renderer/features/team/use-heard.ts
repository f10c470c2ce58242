import { useEffect, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { useSession } from '../../state/session.ts';

/** When something of each device last arrived here, by its key; UTC milliseconds. */
export function useHeard(): ReadonlyMap<string, number | null> {
  const [heard, setHeard] = useState<ReadonlyMap<string, number | null>>(new Map());
  const workspace = useSession((session) => session.workspace?.id);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      if (workspace === undefined) return;
      const peers = await bridge.syncPeers({ workspace });
      if (!isCurrent || !peers.ok) return;
      setHeard(new Map(peers.value.devices.map(({ keyId, heardAtMs }) => [keyId, heardAtMs])));
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [workspace]);
  return heard;
}
