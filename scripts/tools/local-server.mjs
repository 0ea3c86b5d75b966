// @ts-check
/** @file A server for this machine alone, until the script ends. */
import http from 'node:http';
import { closeAtEnd } from './closing.mjs';

/**
 * @param {http.RequestListener} answer
 * @returns {Promise<number>} its port on 127.0.0.1
 */
export async function listenLocally(answer) {
  const server = http.createServer(answer);
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  closeAtEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}
