/** @file Links a Program's files as ES modules, in this process. */
import vm from 'node:vm';
import * as dezero from '../../engine/index.js';
import type { HelpersModule, LoweredHelpers, Program } from '../../protocol/program.js';

const HELPERS: HelpersModule = 'dezero/lowered';

/** Evaluates the Program's first file; settles when it has. @throws whatever the snippet throws. */
export async function evaluate(program: Program, helpers: LoweredHelpers): Promise<void> {
  const library = synthetic('dezero', { ...dezero });
  const lowered = synthetic(HELPERS, { __dz: helpers });
  const modules = program.files.map(
    (file, index) =>
      new vm.SourceTextModule(file.code, {
        identifier: file.path,
        importModuleDynamically: async (specifier: string) => {
          const module = resolve(specifier, index);
          if (module.status === 'unlinked') await link(module);
          if (module.status === 'linked') await module.evaluate();
          return module;
        },
      }),
  );

  function resolve(specifier: string, importer: number): vm.Module {
    if (specifier === 'dezero') return library;
    if (specifier === HELPERS) return lowered;
    const target = program.files[importer]!.imports[specifier];
    if (target !== undefined) return modules[target]!;
    throw new Error(`Cannot import '${specifier}': a snippet may import from 'dezero' and from relative .dz.ts or .ts files only.`);
  }

  function link(module: vm.Module): Promise<void> {
    return module.link((specifier, referrer) => resolve(specifier, modules.indexOf(referrer as vm.SourceTextModule)));
  }

  const main = modules[0]!;
  await link(main);
  await main.evaluate();
}

function synthetic(name: string, exports: Readonly<Record<string, unknown>>): vm.SyntheticModule {
  const names = Object.keys(exports);
  return new vm.SyntheticModule(
    names,
    function (this: vm.SyntheticModule) {
      for (const key of names) this.setExport(key, exports[key]);
    },
    { identifier: name },
  );
}
