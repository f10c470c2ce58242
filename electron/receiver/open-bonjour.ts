import { EventEmitter } from 'node:events';
import { Bonjour } from 'bonjour-service';

/**
 * Multicast DNS on this computer's networks. Where another program keeps its port to itself, or a network
 * knows no multicast, nothing is found and nothing is told: never a crash.
 */
export function openBonjour(): Bonjour {
  const bonjour = new Bonjour(undefined, () => undefined);
  // The library lets its socket's errors go unheard, which would end the process.
  const socket: unknown = Reflect.get(Object(Reflect.get(bonjour, 'server')), 'mdns');
  if (socket instanceof EventEmitter) socket.on('error', () => undefined);
  return bonjour;
}
