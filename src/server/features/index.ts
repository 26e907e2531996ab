import { completion } from './completion.js';
import { pulledDiagnostics } from './diagnostics.js';
import type { Feature } from './feature.js';
import { hover } from './hover.js';
import { navigation } from './navigation.js';
import { rename } from './rename.js';

/** Everything that the server offers beside keeping up with documents and files. */
export const FEATURES: readonly Feature[] = [pulledDiagnostics, completion, hover, navigation, rename];
