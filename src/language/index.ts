/** @file The language room's door for those who load it on demand: TypeScript comes with it. */
export { compileProgram, type SourceHost } from './compile.js';
export { ProgramError, type ProgramProblem } from './program-error.js';
