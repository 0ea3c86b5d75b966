/** @file The language server as a Node process: dist/server.js. */
import { createConnection, createServer } from '@volar/language-server/node';
import { serve } from './serve.js';

const connection = createConnection();
serve(connection, createServer(connection));
