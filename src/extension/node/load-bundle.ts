/** @file Loads a bundle beside the extension's own at the moment it is needed: compiling them all would make activation slow. */
import { createRequire } from 'node:module';

/** `Room` is the type of the bundle's entry module. */
export function loadBundle<Room>(path: string): Room {
  return createRequire(path)(path) as Room;
}
