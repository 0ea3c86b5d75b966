/** @file `dezero check`: prints the type errors, one a line, as a compiler does. */
import path from 'node:path';
import { checkFiles, formatProblem, type CheckHost } from '../language/index.js';
import { parseArguments, UsageError } from './arguments.js';
import { checkReadable, sourceFiles } from './compile.js';
import { shown } from './error-text.js';

const host: CheckHost = {
  ...sourceFiles,
  dezeroTypes: inBundle('dezero'),
  typescriptLib: inBundle('typescript-lib'),
};

export function checkCommand(args: string[]): number {
  const { positionals: files } = parseArguments(args, {});
  if (files.length === 0) throw new UsageError('Which files? Give the paths of .dz.ts files.');
  files.forEach(checkReadable);
  const problems = checkFiles(files.map(file => slashed(path.resolve(file))), host);
  for (const problem of problems) process.stdout.write(`${formatProblem({ ...problem, path: shown(problem.path) })}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** The types are built beside the command line's bundle. */
function inBundle(folder: string): string {
  return slashed(path.join(__dirname, folder));
}

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}
