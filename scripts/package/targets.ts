/** Platforms that VS Code has packages for, by its name for them, and the package that holds satteri's binary for each. */
export const TARGETS = {
  'linux-x64': '@bruits/satteri-linux-x64-gnu',
  'linux-arm64': '@bruits/satteri-linux-arm64-gnu',
  'alpine-x64': '@bruits/satteri-linux-x64-musl',
  'alpine-arm64': '@bruits/satteri-linux-arm64-musl',
  'darwin-x64': '@bruits/satteri-darwin-x64',
  'darwin-arm64': '@bruits/satteri-darwin-arm64',
  'win32-x64': '@bruits/satteri-win32-x64-msvc',
  'win32-arm64': '@bruits/satteri-win32-arm64-msvc',
} as const;

/** A platform that a package can be made for. */
export type Target = keyof typeof TARGETS;

export const isTarget = (name: string): name is Target => name in TARGETS;
