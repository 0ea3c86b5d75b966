/** @file What the user picks for an export: the format or the clipboard, and of a picture its scale and its ground. */
import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { FormatName } from '../export/formats.js';
import { largestScale, readScale, scaled, type Size } from '../export/picture-size.js';
import { messages } from './messages.js';

export type ExportFormat = FormatName | 'png' | 'html';

export interface Choice {
  readonly to: 'file' | 'clipboard';
  readonly format: ExportFormat;
  /** Of SVG; for PNG it is asked with the scale. */
  readonly dark: boolean;
}

export interface PictureOptions {
  /** Pixels for each of the SVG's. */
  readonly scale: number;
  readonly dark: boolean;
  readonly transparent: boolean;
}

type Entry = QuickPickItem & Partial<Choice>;

/** One of several questions: the panel gets the focus back between two of them, which must not end the second. */
const step = () => ({ title: messages.exportTitle(), ignoreFocusOut: true });

export async function pickExport(): Promise<Choice | undefined> {
  const entry = (to: Choice['to']) => (format: ExportFormat, label: string, description: string, { dark = false } = {}): Entry => (
    { to, format, dark, label, description }
  );
  const [toFile, toClipboard] = [entry('file'), entry('clipboard')];
  const heading = (label: string): Entry => ({ label, kind: QuickPickItemKind.Separator });
  const picked = await window.showQuickPick<Entry>([
    heading(messages.pictures()),
    toFile('png', 'PNG', messages.png()),
    toFile('svg', 'SVG', messages.svgLight()),
    toFile('svg', messages.svgDarkLabel(), messages.svgDark(), { dark: true }),
    heading(messages.pages()),
    toFile('html', 'HTML', messages.html()),
    heading(messages.texts()),
    toFile('dot', 'DOT', messages.dot()),
    toFile('mermaid', 'Mermaid', messages.mermaid()),
    toFile('json', 'JSON', messages.json()),
    heading(messages.clipboard()),
    toClipboard('png', messages.copyPicture(), messages.copyPictureAs()),
    toClipboard('svg', messages.copyAs('SVG'), messages.copyAsText()),
    toClipboard('dot', messages.copyAs('DOT'), messages.copyAsText()),
    toClipboard('mermaid', messages.copyAs('Mermaid'), messages.copyAsText()),
  ], { title: messages.exportTitle(), placeHolder: messages.exportPlaceholder() });
  return picked?.to && picked.format ? { to: picked.to, format: picked.format, dark: picked.dark === true } : undefined;
}

/** `size` is that of the picture at a scale of 1. */
export async function pickPicture(size: Size): Promise<PictureOptions | undefined> {
  const scale = await pickScale(size);
  if (scale === undefined) return undefined;
  const grounds = [
    { label: messages.light(), dark: false, transparent: false },
    { label: messages.dark(), dark: true, transparent: false },
    { label: messages.lightTransparent(), description: messages.groundShows(), dark: false, transparent: true },
    { label: messages.darkTransparent(), description: messages.groundShows(), dark: true, transparent: true },
  ];
  const ground = await window.showQuickPick(grounds, { ...step(), placeHolder: messages.groundPlaceholder() });
  return ground && { scale, dark: ground.dark, transparent: ground.transparent };
}

async function pickScale(size: Size): Promise<number | undefined> {
  const largest = largestScale(size);
  const scales = [...new Set([1, 2, 3, 4, largest])].filter(scale => scale <= Math.min(4, largest));
  const entries: (QuickPickItem & { readonly scale: number | null })[] = [
    ...scales.map(scale => ({ label: `${scale}×`, description: pixels(scaled(size, scale)), scale })),
    { label: messages.otherScale(), scale: null },
  ];
  const picked = await window.showQuickPick(entries, { ...step(), placeHolder: messages.scalePlaceholder() });
  if (picked?.scale !== null) return picked?.scale;
  const typed = await window.showInputBox({
    ...step(),
    prompt: messages.scalePrompt(largest),
    value: String(Math.min(2, largest)),
    validateInput: text => (readScale(text, largest) === null ? messages.scalePrompt(largest) : undefined),
  });
  return typed === undefined ? undefined : (readScale(typed, largest) ?? undefined);
}

export function pixels({ width, height }: Size): string {
  return messages.pixels(width.toLocaleString('en'), height.toLocaleString('en'));
}
