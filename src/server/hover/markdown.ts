/** @file Markdown that means what it says: escaped text, code blocks, and links that run commands. */
import type { HoverCommand } from '../../protocol/server.js';

/** Any text, shown as it is. Line breaks become spaces. */
export function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&$:.]/g, '\\$&');
}

/** Code within a line. */
export function inlineCode(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

export function codeBlock(code: string, language = 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

export function commandLink(text: string, command: HoverCommand, args: readonly string[]): string {
  // encodeURIComponent leaves parentheses, which would end the link's target.
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, char => `%${char.charCodeAt(0).toString(16)}`);
  return `[${escapeText(text)}](command:${command}${args.length > 0 ? `?${query}` : ''})`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(run => run[0].length));
}
