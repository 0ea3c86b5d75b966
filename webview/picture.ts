/** @file Draws the SVG of a graph as PNG, for the extension host has no canvas, and puts it into the clipboard where asked. */
import type { DrawAnswer, DrawRequest } from '../src/protocol/panel.js';

/** The workbench gives the focus to the page in a message of its own, which may come after the request. */
const FOCUS_LIMIT_MS = 2000;

export async function answerDrawing({ number, svg, scale, purpose }: DrawRequest): Promise<DrawAnswer> {
  let png: Blob;
  try {
    png = await draw(svg, scale);
  } catch (error) {
    return { type: 'notDrawn', number, step: 'drawing', reason: reasonOf(error) };
  }
  if (purpose === 'file') return { type: 'drawn', number, png: new Uint8Array(await png.arrayBuffer()) };
  try {
    await untilFocused();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  } catch (error) {
    return { type: 'notDrawn', number, step: 'clipboard', reason: reasonOf(error) };
  }
  return { type: 'drawn', number, png: null };
}

async function draw(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(done => { canvas.toBlob(done, 'image/png'); });
  if (!blob) throw new Error(`${canvas.width} × ${canvas.height} pixels are more than this browser can draw`);
  return blob;
}

async function untilFocused(): Promise<void> {
  window.focus();
  for (const start = performance.now(); !document.hasFocus() && performance.now() - start < FOCUS_LIMIT_MS;) {
    await new Promise(done => { setTimeout(done, 20); });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
