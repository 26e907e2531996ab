import type { ExchangeFile } from '../../exchange/types.js';
import type { ReadingOptions } from '../open-options.js';
import type { AddressOptions } from '../site-options.js';
import type { Terminal } from '../terminal.js';
import type { Checked } from './check-guidance.js';
import type { ExchangeFormat } from './formats.js';

/** The options of `export` in a format for other programs. */
export interface ExchangeOptions extends ReadingOptions, AddressOptions {
  readonly format: ExchangeFormat;
  readonly application?: string;
  readonly force?: boolean;
  readonly drafts?: boolean;
  readonly zip?: string;
}

/** Files of an export, made one at a time. */
export type ExchangeFiles = Iterable<ExchangeFile> | AsyncIterable<ExchangeFile>;

/** What making files needs beside what they are made from. */
export interface MakeJob {
  readonly root: string;
  readonly options: ExchangeOptions;
  readonly checked: Checked;
  readonly terminal: Terminal;
  readonly throwIfCancelled: () => void;
}
