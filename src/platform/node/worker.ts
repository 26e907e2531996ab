import { parentPort, workerData } from 'node:worker_threads';
import { examineFile } from '../../core/root/root-settings.js';
import { rules } from '../../rules/index.js';
import { hashOf, type WorkerOutcome, type WorkerRequest } from './examine-files.js';
import type { ListedFile } from './list-files.js';
import { loadSettings, reader } from './load-root.js';
import { loadParser } from './markdown-parser.js';
import { readListed } from './read-file.js';

/** A thread that examines documents: it is told which, and answers with JSON, which costs less to pass than objects. */
const { request, parserChoice, settingsFiles, caching } = workerData as WorkerRequest;

const ready = Promise.all([
  loadSettings(request, new Map(settingsFiles.map((file) => [file.path, file])), rules),
  loadParser(parserChoice),
]);

parentPort?.on('message', async (files: readonly ListedFile[]) => {
  const [settings, parser] = await ready;
  const read = reader(request, new Map(files.map((file) => [file.path, file])));
  const outcomes = files.map((file): WorkerOutcome => {
    const loaded = read(file.path) ?? readListed(request.root, file);
    return { hash: caching ? hashOf(loaded) : '', json: JSON.stringify(examineFile(loaded, settings.root, parser)) };
  });
  parentPort?.postMessage(outcomes);
});
