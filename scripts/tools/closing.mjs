// @ts-check
/** @file Ends and removes whatever a script has started or made, newest first, also on Ctrl-C. */

/** @type {Set<() => Promise<void>>} */
const open = new Set();

/**
 * Registers how to close something. The function that comes back closes it now (once) instead of at the end.
 * @param {() => unknown} close
 * @returns {() => Promise<void>}
 */
export function closeAtEnd(close) {
  /** @type {Promise<void> | undefined} */
  let closing;
  const once = () => {
    open.delete(once);
    closing ??= (async () => void (await close()))();
    return closing;
  };
  open.add(once);
  return once;
}

export async function closeAll() {
  for (const close of [...open].reverse()) {
    try {
      await close();
    } catch (error) {
      console.error('could not clean up:', error);
    }
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => void closeAll().then(() => process.exit(130)));
}
