/** @file The language of snippets: what runs, what is checked, and where its places are. */
export { compileProgram, type SourceHost } from './compile.js';
export { ProgramError, type ProgramProblem } from './program-error.js';
export { originalPosition } from './positions.js';
