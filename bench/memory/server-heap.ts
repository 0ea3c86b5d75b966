/** @file The heap of the language server's process, over its debugger, which Node starts on a signal. */
import { createServer, type AddressInfo } from 'node:net';
import { heapOf, type Heap } from '../../test/host/heap.js';
import { eventually } from '../../test/host/snippets.js';

/** What Node's WebSocket has that is used here: the types of the oldest Node that is supported have none. */
interface Socket {
  send(text: string): void;
  addEventListener(type: 'open' | 'message', listener: (event: { readonly data: string }) => void): void;
}
declare const WebSocket: new (address: string) => Socket;

/** To call before the server starts: processes started from here on have their debugger, if they are asked for it, on this port. */
export async function reserveDebugPort(): Promise<number> {
  const port = await freePort();
  process.env.NODE_OPTIONS = `--inspect-port=${port}`;
  return port;
}

export async function heapOfProcess(pid: number, port: number): Promise<Heap> {
  process.kill(pid, 'SIGUSR1');
  const [target] = await eventually('the language server\'s debugger listens', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    return response && (await response.json() as { webSocketDebuggerUrl: string }[]);
  });
  const socket = new WebSocket(target!.webSocketDebuggerUrl);
  await new Promise<void>(resolve => socket.addEventListener('open', () => resolve()));
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(data) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let id = 0;
  return heapOf(method => new Promise(resolve => {
    waiting.set(++id, resolve);
    socket.send(JSON.stringify({ id, method }));
  }));
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
