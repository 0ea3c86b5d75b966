/** The text of the module, of the kernels as they stand. */
export function kernelModule(): Promise<string>;
/** Writes the module where the kernels have changed since. */
export function buildKernels(): Promise<void>;
