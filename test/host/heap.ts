/** @file The memory of this process, as its own debugger sees it. */
import { Session } from 'node:inspector/promises';

/** A heap that is asked over the DevTools protocol, whichever process it is in. */
export interface Heap {
  collectGarbage(): Promise<void>;
  /** Bytes in use after a full garbage collection. */
  used(): Promise<number>;
}

/** The heap of the process behind a connection of the DevTools protocol. */
export function heapOf(post: (method: string) => Promise<unknown>): Heap {
  const collectGarbage = async (): Promise<void> => {
    // What a first collection finalises, only a second one frees.
    for (let times = 0; times < 3; times++) {
      await post('HeapProfiler.collectGarbage');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  return {
    collectGarbage,
    async used() {
      await collectGarbage();
      return ((await post('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
    },
  };
}

export function ownHeap(): Heap {
  const session = new Session();
  session.connect();
  return heapOf(method => session.post(method));
}

/** Where values change hands between this file and the debugger. */
const HAND = '__seenBy';
const hand = globalThis as { [HAND]?: unknown };

/** The object in a variable that a function sees from outside: a part of the extension that it shows to nobody. */
export async function seenBy(callable: unknown, variable: string): Promise<object> {
  const session = new Session();
  session.connect();
  try {
    const properties = (objectId: string) => session.post('Runtime.getProperties', { objectId, ownProperties: true });
    hand[HAND] = callable;
    const { result: { objectId } } = await session.post('Runtime.evaluate', { expression: `globalThis.${HAND}` });
    const { internalProperties } = await properties(objectId!);
    const scopes = await properties(internalProperties!.find(({ name }) => name === '[[Scopes]]')!.value!.objectId!);
    // The innermost scope comes first.
    const { result } = await properties(scopes.result[0]!.value!.objectId!);
    const found = result.find(({ name }) => name === variable)?.value?.objectId;
    if (found === undefined) throw new Error(`The function sees no ${variable}.`);
    await session.post('Runtime.callFunctionOn', { objectId: found, functionDeclaration: `function () { globalThis.${HAND} = this; }` });
    return hand[HAND] as object;
  } finally {
    hand[HAND] = undefined;
    session.disconnect(); // it keeps what it was given until then
  }
}
