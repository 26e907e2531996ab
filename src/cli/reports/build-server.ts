/** What a build server tells of itself by the environment that it runs programs in. */
export interface BuildServer {
  /** The folder that it checked the repository out to; undefined where none tells. */
  readonly checkout: string | undefined;
  /** The file that GitHub shows as the job's summary. */
  readonly summary: string | undefined;
}

/** Reads what GitHub Actions, GitLab CI and Azure Pipelines tell. */
export function buildServer(env: NodeJS.ProcessEnv): BuildServer {
  const checkout = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'] || env['BUILD_SOURCESDIRECTORY'];
  return { checkout: checkout || undefined, summary: env['GITHUB_STEP_SUMMARY'] || undefined };
}
