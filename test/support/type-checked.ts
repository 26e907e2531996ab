import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT } from './cli.js';

/**
 * Checks JSON against types that a package publishes for a format, down to properties that the format does not know.
 * @param type the type, as an import: `import('sarif').Log`
 * @returns what the compiler says is wrong; nothing where all is right
 */
export function typeProblems(type: string, json: string): string[] {
  const file = join(PROJECT, 'test/checked.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const source = ts.createSourceFile(file, `export const checked: ${type} = ${json};`, ts.ScriptTarget.ES2022);
  host.getSourceFile = (name, ...rest) => (name === file ? source : getSourceFile.call(host, name, ...rest));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  const program = ts.createProgram([file], { ...options, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }, host);
  return ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}
