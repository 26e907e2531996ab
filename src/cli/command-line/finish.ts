import type { ExitCode } from '../exit-code.js';

/** Takes what a command ended with. */
export type Finish = (code: ExitCode) => void;
