// @ts-check
/**
 * @file Plain JavaScript for two native modules of the server that come without a binary. Without it the server works
 * too, but prints stack traces and writes no logs.
 */
import fs from 'node:fs';
import path from 'node:path';

/** Ends the server when its parent dies; here the scripts end it. */
const watchdog = `exports.start = () => {};
`;

/** The log writer. The names are assigned one by one, for ES modules import it and see only such exports. */
const spdlog = `const fs = require('node:fs');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  #file;
  #level = 0;
  constructor(file) {
    this.#file = file;
    levels.forEach((name, level) => (this[name] = text => this.#write(level, text)));
  }
  #write(level, text) {
    if (level >= this.#level) fs.appendFile(this.#file, text.endsWith('\\n') ? text : text + '\\n', () => {});
  }
  getLevel() { return this.#level; }
  setLevel(level) { this.#level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.Logger = Logger;
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;

/** @param {string} nodeModules the server's */
export function replaceNativeModules(nodeModules) {
  fs.writeFileSync(path.join(nodeModules, '@vscode/native-watchdog/index.js'), watchdog);
  fs.writeFileSync(path.join(nodeModules, '@vscode/spdlog/index.js'), spdlog);
}
