import { actions } from './actions.js';
import { annotations } from './annotations.js';
import { completion } from './completion.js';
import { create } from './create.js';
import { details } from './details.js';
import { pulledDiagnostics } from './diagnostics.js';
import type { Feature } from './feature.js';
import { guidance } from './guidance.js';
import { hover } from './hover.js';
import { links } from './links.js';
import { map } from './map.js';
import { navigation } from './navigation.js';
import { outline } from './outline.js';
import { rename } from './rename.js';

/** Everything that the server offers beside keeping up with documents and files. */
export const FEATURES: readonly Feature[] = [
  pulledDiagnostics,
  completion,
  hover,
  navigation,
  rename,
  outline,
  links,
  annotations,
  actions,
  guidance,
  details,
  map,
  create,
];
