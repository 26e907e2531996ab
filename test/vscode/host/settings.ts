/** Settings of VS Code by their name. */
export type Settings = Readonly<Record<string, unknown>>;

/** Keeps out of sight and off the network what has nothing to do with the extension. */
export const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};
