import { pulledDiagnostics } from './diagnostics.js';
import type { Feature } from './feature.js';

/** Everything that the server offers beside keeping up with documents and files. */
export const FEATURES: readonly Feature[] = [pulledDiagnostics];
