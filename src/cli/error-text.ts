/** @file A run's error as text for a terminal. */
import path from 'node:path';
import type { RunError } from '../protocol/report.js';

/** `file:line:column - Name: message`, and the frames below it. */
export function errorText({ name, message, line, column, file, frames }: RunError, files: readonly string[]): string {
  const place = line === null ? '' : `${shown(files[file]!)}:${line}:${column} - `;
  const where = frames.slice(1).map(frame => `    at ${frame.name ?? 'top level'} (${shown(frame.file)}:${frame.line}:${frame.column})\n`);
  return `${place}${name}: ${message}\n${where.join('')}`;
}

/** A path as short as it can be named from here. */
export function shown(file: string): string {
  const relative = path.relative('', file);
  return relative.startsWith('..') ? file : relative;
}
