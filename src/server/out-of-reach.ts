/** @file Errors about what no snippet can reach, told by the snippet's own rules: other modules, and the globals of Node or of a page. */
import ts from 'typescript';
import { resolveImport, type ImportHost } from '../language/imports.js';

/** Cannot find module; the same with a hint at `moduleResolution`; found, but without types. */
const missingModule = new Set([2307, 2792, 7016]);
/** Cannot find name, with the advice to install types or to change `lib`, of which a snippet has neither. */
const missingName = new Set([2580, 2581, 2582, 2584, 2591, 2592, 2593]);

export function explainOutOfReach<T extends ts.Diagnostic>(diagnostics: readonly T[], file: ts.SourceFile, host: ImportHost): T[] {
  return diagnostics.map(diagnostic => {
    if (missingModule.has(diagnostic.code)) return explainModule(diagnostic, file, host);
    if (missingName.has(diagnostic.code)) return explainName(diagnostic);
    return diagnostic;
  });
}

function explainModule<T extends ts.Diagnostic>(diagnostic: T, file: ts.SourceFile, host: ImportHost): T {
  const { start = 0, length = 0 } = diagnostic;
  // The diagnostic marks the specifier with its quotes.
  const specifier = file.text.slice(start + 1, start + length - 1);
  const target = resolveImport(host, file.fileName, specifier);
  return target.kind === 'error' ? { ...diagnostic, messageText: target.message } : diagnostic;
}

function explainName<T extends ts.Diagnostic>(diagnostic: T): T {
  const [problem] = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split(/(?<=\.)\s/);
  return { ...diagnostic, messageText: `${problem} A snippet has JavaScript's own globals, console, timers, and what it imports.` };
}
