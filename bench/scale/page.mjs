// @ts-check
/** @file The panel's page under load: what it takes to show a graph, and how it moves under the mouse. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Shown
 * @property {number} paintedMs from the message's arrival to the picture, as the panel says it
 * @property {number} busyMs processor time of the page's thread for it: what is left where nothing else runs
 * @property {number} blockedMs the longest time in a piece that nothing else got a turn
 * @property {number} heapMB what is in use once the garbage is collected
 */

/** @typedef {{ median: number, least: number }} FrameRate frames a second; the least is that of the longest frame */

/**
 * Gives the panel the state at the address. Resolves when it is painted, and the page is at rest.
 * @param {Page} page
 * @param {string} panel address of the panel
 * @param {string} state address of the message with the state, as JSON
 * @returns {Promise<Shown>}
 */
export async function show(page, panel, state) {
  await page.goto(panel);
  await page.evaluate(fetchMessage, state);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await busy();
  const shown = await page.evaluate(sendMessage);
  const busyMs = await busy() - before;
  await session.detach();
  return { ...shown, busyMs, heapMB: await heapOf(page) };
}

/** Runs in the page. @param {string} address */
async function fetchMessage(address) {
  const message = await (await fetch(address)).json();
  await new Promise(done => setTimeout(done, 500));
  Object.assign(window, { message });
}

/** Runs in the page. */
async function sendMessage() {
  const { posted, message } = /** @type {{ posted: { type: string, durationMs: number }[], message: unknown }} */ (/** @type {unknown} */ (window));
  /** @type {PerformanceEntry[]} */
  const tasks = [];
  new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  const painted = new Promise(done => {
    window.addEventListener('posted', () => {
      const found = posted.find(({ type }) => type === 'painted');
      if (found) done(found.durationMs);
    });
  });
  window.postMessage(message);
  // Sending is the sender's time; the page's own begins when its listener is called.
  const sent = performance.now();
  const paintedMs = /** @type {number} */ (await painted);
  await new Promise(done => setTimeout(done, 300));
  const own = tasks.filter(({ startTime }) => startTime >= sent - 1);
  return { paintedMs, blockedMs: Math.max(0, ...own.map(({ duration }) => duration)) };
}

/** @param {Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

/**
 * Counts the page's frames while something is done to it.
 * @param {Page} page
 * @param {(end: number) => Promise<void>} act until that time of `performance.now()`
 * @returns {Promise<FrameRate>}
 */
async function framesWhile(page, act) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    const count = (/** @type {number} */ now) => {
      times.push(now);
      Object.assign(window, { frames: { times, request: requestAnimationFrame(count) } });
    };
    Object.assign(window, { frames: { times, request: requestAnimationFrame(count) } });
  });
  await act(performance.now() + 2000);
  const times = await page.evaluate(() => {
    const { frames } = /** @type {{ frames: { times: number[], request: number } }} */ (/** @type {unknown} */ (window));
    cancelAnimationFrame(frames.request);
    return frames.times;
  });
  const gaps = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b);
  return { median: 1000 / gaps[gaps.length >> 1], least: 1000 / gaps[gaps.length - 1] };
}

const MIDDLE = { x: 420, y: 330 };

/** Drags the picture to and fro. @param {Page} page */
export async function pan(page) {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  await page.mouse.down();
  const rate = await framesWhile(page, async end => {
    for (let step = 0; performance.now() < end; step += 1) {
      await page.mouse.move(MIDDLE.x + 250 * Math.sin(step / 12), MIDDLE.y + 120 * Math.sin(step / 19));
    }
  });
  await page.mouse.up();
  return rate;
}

/** Turns the wheel out and in. @param {Page} page */
export async function zoom(page) {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  return framesWhile(page, async end => {
    for (let step = 0; performance.now() < end; step += 1) await page.mouse.wheel(0, step % 40 < 20 ? 60 : -60);
  });
}
