// Lint rules, and the walls between the rooms: a folder imports only from the folders listed beside it.
import tseslint from 'typescript-eslint';

const rooms = {
  'src/engine': [],
  'src/protocol': [],
  'src/language': ['protocol'],
  'src/runtime': ['engine', 'protocol', 'language/positions'],
  'src/server': ['language', 'protocol'],
  // Of the language room only what loads it on demand, and types: TypeScript in the host's bundle would make activation slow.
  'src/extension': ['protocol', 'language', 'runtime/client', 'export'],
  'src/cli': ['language', 'runtime', 'protocol', 'export'],
  // The graph's model and layout are pure: a picture in a file is the panel's.
  'src/export': ['protocol', 'webview/model', 'webview/layout'],
  webview: ['protocol'],
};
/** Packages that belong to one kind of host. */
const hosts = {
  'src/engine': ['vscode', 'node:*'],
  'src/protocol': ['vscode', 'node:*'],
  'src/language': ['vscode', 'node:*'],
  'src/runtime': ['vscode'],
  'src/server': ['vscode'],
  'src/cli': ['vscode'],
  'src/export': ['vscode', 'node:*'],
  webview: ['vscode', 'node:*'],
};
const all = ['engine', 'protocol', 'language', 'runtime', 'server', 'extension', 'cli', 'export', 'webview'];

function walls(room, allowed) {
  const own = room.split('/').at(-1);
  const forbidden = all.filter(name => name !== own && !allowed.includes(name));
  const groups = forbidden.map(name => {
    const open = allowed.filter(path => path.startsWith(`${name}/`)).flatMap(path => [`!**/${path}`, `!**/${path}.js`, `!**/${path}/**`]);
    return { group: [`**/${name}/**`, ...open], message: `${room} may import ${allowed.join(', ') || 'nothing outside itself'}.` };
  });
  return {
    files: [`${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [...groups, ...(hosts[room] ? [{ group: hosts[room], message: `${room} must run without it.` }] : [])],
      }],
    },
  };
}

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/*.dz.ts', 'examples', 'test/fixtures', '.vscode-env', '.vscode-test', 'coverage', 'test-results', 'src/kernels/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `using _ = noGrad()` is there for its end, and a parameter `_x` for the type of those who override.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreUsingDeclarations: true, argsIgnorePattern: '^_' }],
      // Discriminated unions and indexed access under noUncheckedIndexedAccess: a `!` is a claim that a reader can check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    ignores: ['src/engine/errors/**'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: 'NewExpression[callee.name=/^(Error|TypeError|RangeError|SyntaxError|EvalError|AggregateError)$/]',
        message: 'The engine takes its errors from the catalogue: add an entry to a topic in src/engine/errors.',
      }],
    },
  },
  ...Object.entries(rooms).map(([room, allowed]) => walls(room, allowed)),
);
