/** @file What the client must say when it starts the server. */

export interface ServerOptions {
  /** Folder with the declarations of `dezero`, slashes forward, none at the end. */
  readonly dezeroTypes: string;
  /** Folder with TypeScript's own `lib.*.d.ts`. */
  readonly typescriptLib: string;
}

/** @throws Error naming the option that is missing. */
export function readServerOptions(initializationOptions: unknown): ServerOptions {
  return {
    dezeroTypes: readFolder(initializationOptions, 'dezeroTypes'),
    typescriptLib: readFolder(initializationOptions, 'typescriptLib'),
  };
}

function readFolder(options: unknown, name: keyof ServerOptions): string {
  const value = typeof options === 'object' && options !== null ? (options as Record<string, unknown>)[name] : undefined;
  if (typeof value !== 'string' || value === '') {
    throw new Error(`The language server cannot start: initializationOptions.${name} is ${JSON.stringify(value) ?? 'missing'}, `
      + 'but must be the path of a folder. The client has to send it with its initialize request.');
  }
  return value.replace(/\\/g, '/').replace(/\/+$/, '');
}
