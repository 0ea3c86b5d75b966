// @ts-check
/**
 * @file Notes connections to other machines, see outside.mjs. The server hands its Node arguments, and so this module, on
 * to the extension host; NODE_OPTIONS, which it would take away from there, brings it into the processes that start there.
 */
import fs from 'node:fs';
import net from 'node:net';

const log = process.env.DEZERO_CONNECTIONS_LOG;
const local = /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)?$/;

/** @param {unknown[]} args of `socket.connect`: (options), (port, host?) or (path), or all of them as one inner array */
function target(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first.path ? undefined : { host: first.host, port: first.port };
  return Number.isNaN(Number(first)) ? undefined : { host: typeof second === 'string' ? second : '', port: first };
}

if (log) {
  process.env.NODE_OPTIONS ??= `--import ${import.meta.url}`;
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (/** @type {unknown[]} */ ...args) {
    const to = target(args);
    if (to && !local.test(String(to.host ?? ''))) {
      const program = (process.argv[1] ?? 'node').split(/[\\/]/).slice(-2).join('/');
      fs.appendFileSync(log, `${program} → ${to.host}:${to.port}\n`);
    }
    return Reflect.apply(connect, this, args);
  };
}
