/** @file The processes that this one has started, with the memory that they hold. */
import { execFileSync } from 'node:child_process';

export interface ChildProcessInfo {
  readonly pid: number;
  /** Resident bytes. */
  readonly rss: number;
  readonly command: string;
}

/** The extension's children of the extension host: the language server and the runners. */
export function ownChildren(): ChildProcessInfo[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).split('\n').flatMap(line => {
    const [, pid, parent, rss, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (command === undefined || Number(parent) !== process.pid || !/dist[\\/](runner|server)\.js/.test(command)) return [];
    return [{ pid: Number(pid), rss: Number(rss) * 1024, command }];
  });
}

export const isServer = ({ command }: ChildProcessInfo): boolean => /server\.js/.test(command);
export const isRunner = ({ command }: ChildProcessInfo): boolean => /runner\.js/.test(command);
