import type * as vscode from 'vscode';
import type { Guidance } from './guidance.js';
import type { MapPanels } from './map-panel/map-panels.js';
import type { Platform } from './platform.js';

/** What the parts of the extension share. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly guidance: Guidance;
  readonly platform: Platform;
  readonly maps: MapPanels;
}
