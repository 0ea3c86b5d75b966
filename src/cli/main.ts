/** @file The command line: `dezero run | check | graph | lower`. */
import { checkCommand } from './check.js';
import { UsageError } from './arguments.js';
import { graphCommand } from './graph.js';
import { lowerCommand } from './lower.js';
import { runCommand } from './run.js';

const USAGE = `Usage:
  dezero run FILE [--json] [--retain-grad] [--no-grad] [--backward NAME] [--timeout MS] [--memory MB]
      Runs a snippet and prints its output. --json prints the run report instead, as one JSON object.
      --backward NAME differentiates the Variable of that name after the run.
  dezero check FILE…
      Prints the type errors.
  dezero graph FILE [--of NAME] [--format dot|svg|json|mermaid|html] [-o OUT]
      Prints the graph of a Variable: without --of, of the one differentiated last. The format is dot unless said otherwise;
      html is a page to explore the graph in, in any browser.
  dezero lower FILE
      Prints the code that would run.

Exit: 0 fine; 1 the snippet failed, or has errors; 2 wrong usage or unreadable file; 124 out of time; 137 out of memory.
`;

const commands: Readonly<Record<string, (args: string[]) => number | Promise<number>>> = {
  run: runCommand,
  check: checkCommand,
  graph: graphCommand,
  lower: lowerCommand,
};

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? process.stderr : process.stdout).write(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`There is no command '${name}'. The commands are ${Object.keys(commands).join(', ')}.`);
    return await command(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`dezero: ${error.message}\n${error.showUsage ? `\n${USAGE}` : ''}`);
    return 2;
  }
}

// Set, not exit(): what was printed to a pipe must arrive first.
void main(process.argv.slice(2)).then(code => (process.exitCode = code));
