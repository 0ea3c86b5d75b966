/** @file The language of snippets: what runs, what is checked, and where its places are. */
export { CHECK_OPTIONS, checkFiles, formatProblem, type CheckHost, type CheckProblem } from './check.js';
export { compileProgram, type SourceHost } from './compile.js';
export { explainDiagnostics } from './diagnostics.js';
export { createNameIndex, type NameAt, type NameIndex, type TextSpan } from './names.js';
export { originalPosition } from './positions.js';
export { ProgramError, type ProgramProblem } from './program-error.js';
export { SNIPPET_GLOBALS } from './snippet-globals.js';
export { toVirtualCode } from './virtual-code.js';
