/**
 * A text that cannot command a build server: GitHub Actions takes lines that begin with “::” for commands, whatever space is
 * before them, and Azure Pipelines takes “##vso[” and “##[” for them wherever they stand. The words of a document can be
 * anybody's, such as those of a pull request from a fork.
 */
export function logSafe(text: string): string {
  return text.replace(/##(?=(?:vso)?\[)/gi, '# #').replace(/^([^\S\n]*):(?=:)/gm, '$1: ');
}
