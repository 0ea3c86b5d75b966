/** @file The picture of a graph in pixels: the SVG of src/export, drawn by the panel's page. */
import { ColorThemeKind, window } from 'vscode';
import { largestScale, scaled, sizeOf, type Size } from '../export/picture-size.js';
import { svg } from '../export/svg.js';
import type { DrawAnswer } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import { pixels, type PictureOptions } from './export-pick.js';
import { messages } from './messages.js';
import type { Drawn } from './panel.js';
import { settings } from './settings.js';

/** Has a page draw. */
export type Draw = (drawn: Drawn) => Promise<DrawAnswer>;

/** The clipboard did not take it; its message says why. */
export class NotCopiedError extends Error {}

export function pictureSize(report: RunReport): Size {
  return sizeOf(svg(report, { direction: settings.direction(), dark: false }));
}

/** @throws Error with a text for the user */
export async function drawPicture(report: RunReport, options: PictureOptions, by: Draw): Promise<Uint8Array> {
  const { png } = await draw(report, options, { by, purpose: 'file' });
  return png!;
}

/**
 * @returns the size of what is now in the clipboard
 * @throws NotCopiedError where the clipboard refuses it
 * @throws Error with a text for the user, for all else
 */
export async function copyPicture(report: RunReport, options: PictureOptions, by: Draw): Promise<Size> {
  const editor = window.activeTextEditor;
  try {
    return (await draw(report, options, { by, purpose: 'clipboard' })).size;
  } finally {
    // The page had to have the focus for it; it goes back to whoever was typing.
    if (editor) await window.showTextDocument(editor.document, editor.viewColumn);
  }
}

/** As the theme is, and sharp on most screens. */
export function usualPicture(report: RunReport): PictureOptions {
  const { kind } = window.activeColorTheme;
  const dark = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
  return { scale: Math.min(2, largestScale(pictureSize(report))), dark, transparent: false };
}

/** What a command was given, with the usual where it says nothing. Null for what is no options. */
export function pictureOptions(given: unknown, usual: PictureOptions): PictureOptions | null {
  if (typeof given !== 'object' || given === null) return null;
  const { scale = usual.scale, dark = usual.dark, transparent = usual.transparent } = given as Readonly<Record<string, unknown>>;
  const isScale = typeof scale === 'number' && scale > 0 && scale < Infinity;
  return isScale && typeof dark === 'boolean' && typeof transparent === 'boolean' ? { scale, dark, transparent } : null;
}

async function draw(
  report: RunReport, { scale, dark, transparent }: PictureOptions, { by, purpose }: { readonly by: Draw; readonly purpose: Drawn['purpose'] },
): Promise<{ readonly png: Uint8Array | null; readonly size: Size }> {
  const picture = svg(report, { direction: settings.direction(), dark, transparent });
  const size = scaled(sizeOf(picture), scale);
  const largest = largestScale(sizeOf(picture));
  if (scale > largest) throw new Error(messages.pictureTooLarge(scale, pixels(size), largest));
  const answer = await by({ svg: picture, scale, purpose });
  if (answer.type === 'drawn') return { png: answer.png, size };
  throw answer.step === 'clipboard' ? new NotCopiedError(messages.notCopied(answer.reason)) : new Error(messages.notDrawn(answer.reason));
}
