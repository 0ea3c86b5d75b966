/** @file The formats in which a graph leaves the program. */
import type { GraphDirection } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import { dot } from './dot.js';
import { mermaid } from './mermaid.js';
import { svg } from './svg.js';

export interface ExportOptions {
  readonly direction: GraphDirection;
  /** Colours for a dark page; of pictures alone. */
  readonly dark: boolean;
  /** No ground behind the picture: that of the page shows. */
  readonly transparent?: boolean;
}

type Writer = (report: RunReport, options: ExportOptions) => string;

/** By name, which the command line takes too. */
export const formats = {
  dot,
  svg,
  mermaid,
  json: ({ variables, functions, output }) => `${JSON.stringify({ variables, functions, output }, null, 2)}\n`,
} as const satisfies Readonly<Record<string, Writer>>;

export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
