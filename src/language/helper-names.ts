/** @file The name under which generated code finds its helpers. Apart from the rest, for the runtime needs it without a compiler. */

export const HELPERS = '__dz';
