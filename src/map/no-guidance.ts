/** What a criterion has as long as there is no guidance on it: nothing, until somebody says why. */
export const NO_GUIDANCE = {
  state: 'missing',
  because: undefined,
  status: undefined,
  path: undefined,
  audiences: [],
  serves: [],
  reviewDue: undefined,
  overdue: false,
  gaps: [],
  unfilled: [],
  sources: 0,
} as const;
