/** @file The name under which lowered code knows its helpers; apart from the operators, for the runtime needs it without TypeScript. */

/** The name under which generated code finds its helpers. */
export const HELPERS = '__dz';
