/** How the command ends. */
export const EXIT = {
  /** Nothing that it was asked to stop for. */
  fine: 0,
  /** An error in the guidance, or more warnings than are allowed. */
  findings: 1,
  /** The tool or its configuration failed. */
  failed: 2,
  /** Somebody stopped it, by the shells' convention for an interrupt. */
  interrupted: 130,
} as const;

/** One of the ways in which the command ends. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The graver of two. */
export function graver(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
