/** @file The settings `dezero.*`, typed. Their defaults are those of package.json. */
import { ConfigurationTarget, workspace, type Uri } from 'vscode';
import type { GraphDirection } from '../protocol/panel.js';
import type { ReportBudget } from '../protocol/runtime.js';

export type RunOn = 'manual' | 'save' | 'type';

/** Characters of one value's text, and console entries, that a view gets; the panel's and the hover's own limits are lower. */
const MAX_TEXT_LENGTH = 1_000;
const MAX_CONSOLE = 2_000;

function section(scope?: Uri) {
  return workspace.getConfiguration('dezero', scope);
}

export const settings = {
  runOn(document: Uri): RunOn {
    return section(document).get<RunOn>('run.on', 'manual');
  },
  /** Milliseconds; null for no limit. */
  timeoutMs(document: Uri): number | null {
    const timeout = section(document).get<number>('run.timeout', 10_000);
    return timeout > 0 ? timeout : null;
  },
  memoryMB(): number {
    return section().get<number>('run.memory', 512);
  },
  direction(): GraphDirection {
    return section().get<GraphDirection>('graph.direction', 'LR') === 'TB' ? 'TB' : 'LR';
  },
  budget(): ReportBudget {
    const maxElements = section().get<number>('graph.maxElements', 5_000);
    return { maxElements, maxTextLength: MAX_TEXT_LENGTH, maxConsole: MAX_CONSOLE };
  },
  /** Writes where the setting is set already, so that the change is seen. */
  async setDirection(direction: GraphDirection): Promise<void> {
    const inWorkspace = section().inspect('graph.direction')?.workspaceValue !== undefined;
    await section().update('graph.direction', direction, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  },
};
