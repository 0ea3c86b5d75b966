// @ts-check
/** @file Opens an address in the person's own browser. */
import { spawn } from 'node:child_process';

/** @param {string} address */
export function openInBrowser(address) {
  const { platform } = process;
  if (platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const program = platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser opened by itself: open the address above in one.'));
  child.unref();
}
