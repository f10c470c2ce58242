import { parsePieceName } from '#shared/evidence/pieces';
import { type Audience, isAudience } from '#shared/stream/change';
import type { EvidencePlace, FoundPiece } from '../evidence/evidence-place.ts';
import type { Offer } from '../evidence/offers.ts';
import type { Workspace } from '../workspace.ts';
import { NamedFiles } from './named-files.ts';
import type { ReceiverClient } from './receiver-client.ts';

type Call = <T>(call: (client: ReceiverClient, signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Files at a receiver. A place is `<audience>/<hash>`, a piece's path has its name behind that. */
export function endpointEvidence(ws: Workspace, calling: Call): EvidencePlace {
  const named = new NamedFiles(ws);
  const address = (audience: string, hash: string) => ({ workspace: ws.id, audience, hash });
  /** What is there of the file being sent, asked once: a piece of a megabyte is not sent in vain. */
  let sending: { readonly place: string; readonly names: ReadonlySet<string> } | null = null;

  const namesAt = async ({ audience, hash }: Offer): Promise<ReadonlySet<string>> => {
    const place = placeOf(audience, hash);
    if (sending?.place === place) return sending.names;
    const names = new Set(
      await calling((client, signal) => client.listPieces(address(audience, hash), signal)),
    );
    sending = { place, names };
    return names;
  };

  return {
    // Each is a request, and an answer's way.
    fruitlessLooks: 20,
    deliver: async (offer, { name, bytes }, signal) => {
      if ((await namesAt(offer)).has(name)) return null;
      const piece = { ...address(offer.audience, offer.hash), piece: name };
      const isTaken = await calling((client, own) =>
        client.putPiece(piece, bytes, AbortSignal.any([signal, own])),
      );
      return isTaken ? null : 'refused';
    },
    finish: async () => {
      sending = null;
    },
    findMissing: async () => {
      const missing = await named.missing();
      return new Map(missing.map((hash) => [hash, placesOf(ws, named, hash)]));
    },
    placesOf: async (hash) => {
      await named.missing();
      return placesOf(ws, named, hash);
    },
    piecesIn: async (places) => {
      const pieces: FoundPiece[] = [];
      for (const place of places) {
        const [audience = '', hash = ''] = place.split('/');
        const names = await calling((client, signal) =>
          client.listPieces(address(audience, hash), signal),
        );
        for (const name of names) {
          const piece = parsePieceName(name);
          if (piece) pieces.push({ ...piece, path: `${place}/${name}` });
        }
      }
      return pieces;
    },
    read: async (path) => {
      const [audience = '', hash = '', piece = ''] = path.split('/');
      return await calling((client, signal) =>
        client.getPiece({ ...address(audience, hash), piece }, signal),
      );
    },
  };
}

const placeOf = (audience: string, hash: string): string => `${audience}/${hash}`;

/** Those whose entries name it, and the team, to whom much is shown that was made elsewhere. */
function placesOf(ws: Workspace, named: NamedFiles, hash: string): readonly string[] {
  const audiences = new Set<Audience>([...named.audiencesOf(hash), 'team']);
  return [...audiences]
    .filter((audience) => isAudience(audience) && ws.canRead(audience))
    .map((audience) => placeOf(audience, hash));
}
