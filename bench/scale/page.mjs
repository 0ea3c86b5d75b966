// @ts-check
/** @file The panel's page under load: what it takes to show a graph, and how it moves under the mouse. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Shown
 * @property {number} paintedMs from the message's arrival to the picture, as the panel says it
 * @property {number} blockedMs the longest time in a piece that nothing else got a turn
 * @property {number} heapMB what is in use once the garbage is collected
 */

/** @typedef {{ median: number, least: number }} FrameRate frames a second; the least is that of the longest frame */

/**
 * Gives the panel the state at the address. Resolves when it is painted, and the page is at rest.
 * @param {Page} page
 * @param {string} panel address of the panel
 * @param {string} state address of the state, as JSON of the message
 * @returns {Promise<Shown>}
 */
export async function show(page, panel, state) {
  await page.goto(panel);
  const shown = await page.evaluate(showInPage, state);
  return { ...shown, heapMB: await heapOf(page) };
}

/** Runs in the page. @param {string} address */
async function showInPage(address) {
  const message = await (await fetch(address)).json();
  const { posted } = /** @type {{ posted: { type: string, durationMs: number }[] }} */ (/** @type {unknown} */ (window));
  /** @type {PerformanceEntry[]} */
  const tasks = [];
  new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  await new Promise(done => setTimeout(done, 500));
  const painted = new Promise(done => {
    window.addEventListener('posted', () => {
      const message = posted.find(({ type }) => type === 'painted');
      if (message) done({ at: performance.now(), durationMs: message.durationMs });
    });
  });
  window.postMessage(message);
  // Sending is the sender's time; the page's own begins when its listener is called.
  const sent = performance.now();
  const { durationMs } = await /** @type {Promise<{ durationMs: number }>} */ (painted);
  await new Promise(done => setTimeout(done, 1000));
  const own = tasks.filter(({ startTime }) => startTime >= sent - 1);
  return { paintedMs: durationMs, blockedMs: Math.max(0, ...own.map(({ duration }) => duration)) };
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
      if (times.length > 0) Object.assign(window, { frames: { times, request: requestAnimationFrame(count) } });
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
