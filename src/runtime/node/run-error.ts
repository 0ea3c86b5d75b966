/** @file What a snippet threw, as an error at the snippet's own line and column. */
import { originalPosition } from '../../language/positions.js';
import type { Program } from '../../protocol/program.js';
import type { RunError, StackFrame } from '../../protocol/report.js';
import type { Recorder } from '../recorder.js';

/** V8 hands the frames of an error over as objects when it makes the stack's text. */
interface CallSite {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getFunctionName(): string | null;
}

const MAX_FRAMES = 20;
const callSites = new WeakMap<object, readonly CallSite[]>();

/** From here on every error keeps its frames. Call before the snippet runs. */
export function keepCallSites(): void {
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error: Error, sites): string => {
    callSites.set(error, sites as unknown as readonly CallSite[]);
    return [String(error), ...sites.map(site => `    at ${String(site)}`)].join('\n');
  };
}

/**
 * The place is the innermost frame that is the snippet's; an error without frames (a thrown string, say) is put where the program
 * was last.
 */
export function runError(thrown: unknown, program: Program, recorder: Recorder): RunError {
  const { name, message } = nameAndMessage(thrown);
  const frames = framesOf(thrown, program);
  const top = frames[0];
  if (top !== undefined) {
    const file = program.files.findIndex(({ path }) => path === top.file);
    return { name, message, line: top.line, column: top.column, file, frames };
  }
  const syntax = syntaxPlace(thrown, program);
  if (syntax !== null) return { name, message, ...syntax, frames };
  const range = program.sites[recorder.site - 1]?.range;
  return { name, message, line: range?.line ?? null, column: range?.column ?? null, file: range?.file ?? 0, frames };
}

function nameAndMessage(thrown: unknown): { name: string; message: string } {
  if (thrown instanceof Error) return { name: String(thrown.name), message: String(thrown.message) };
  let text: string;
  try {
    text = String(thrown);
  } catch {
    text = 'a value that cannot be printed';
  }
  return { name: 'Uncaught', message: text };
}

function framesOf(thrown: unknown, program: Program): StackFrame[] {
  if (!(thrown instanceof Error)) return [];
  void thrown.stack; // the text is made, and the frames kept, when somebody first reads it
  const frames: StackFrame[] = [];
  for (const site of callSites.get(thrown) ?? []) {
    const file = program.files.find(({ path }) => path === site.getFileName());
    const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
    if (file === undefined || line === null || column === null) continue;
    const place = originalPosition(file, line, column);
    if (place !== null) frames.push({ name: site.getFunctionName(), file: file.path, ...place });
    if (frames.length === MAX_FRAMES) break;
  }
  return frames;
}

/** Errors that V8 finds before the module runs have their place only at the head of their stack: `file:line`, the line, a caret. */
function syntaxPlace(thrown: unknown, program: Program): { line: number; column: number; file: number } | null {
  if (!(thrown instanceof SyntaxError)) return null;
  const [head = '', , caret = ''] = String(thrown.stack).split('\n');
  const index = program.files.findIndex(({ path }) => head.startsWith(`${path}:`));
  const file = program.files[index];
  if (file === undefined) return null;
  const line = Number(head.slice(file.path.length + 1));
  const place = originalPosition(file, line, Math.max(caret.indexOf('^'), 0) + 1);
  return place === null ? null : { ...place, file: index };
}
