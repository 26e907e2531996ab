import type { WorkspaceEdit } from 'vscode-languageserver';
import { coverageOf } from '../../core/coverage/coverage.js';
import { findCurrent } from '../../core/model/framework.js';
import { markReviewed } from '../../language/actions/field-actions.js';
import { scaffoldGuidance } from '../../language/scaffold/criterion-guidance.js';
import { newApplication } from '../../language/scaffold/new-application.js';
import { scaffoldRoot } from '../../language/scaffold/root.js';
import type { ScaffoldFile } from '../../language/scaffold/scaffold-file.js';
import { coverageMarkdown } from '../../map/report/coverage-markdown.js';
import {
  CREATE_REQUESTS,
  type CreateResult,
  type NewApplicationParams,
  type NewFile,
  type NewFolderParams,
  type WriteGuidanceParams,
} from '../protocol/create.js';
import type { DocumentParams, RootParams } from '../protocol/guidance.js';
import type { RootSession } from '../root-session.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import type { Feature } from './feature.js';

const NOT_SERVED: CreateResult = { refused: 'This folder is no guidance folder any more.' };

/** What commands ask for that make something new. */
export const create: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection } = context;
    connection.onRequest(CREATE_REQUESTS.newFolder, (params: NewFolderParams): NewFile[] => scaffoldRoot(params));
    connection.onRequest(
      CREATE_REQUESTS.newApplication,
      async ({ root: uri, title, framework }: NewApplicationParams, token): Promise<CreateResult> => {
        const result = await context.inRoot(uri, token, (session): CreateResult => {
          const { snapshot, today } = session.root;
          const made = newApplication({ title, framework, today }, snapshot);
          return 'refused' in made ? made : created(made.files, session);
        });
        return result ?? NOT_SERVED;
      },
    );
    connection.onRequest(
      CREATE_REQUESTS.writeGuidance,
      async ({ root: uri, application: key, criterion }: WriteGuidanceParams, token): Promise<CreateResult> => {
        const result = await context.inRoot(uri, token, (session): CreateResult => {
          const { snapshot, today } = session.root;
          const application = snapshot.application(key);
          const element = application?.framework && findCurrent(application.framework, ['criterion'], criterion);
          if (!application || !element) return { refused: `There is no criterion “${criterion}” in an application “${key}” any more.` };
          const file = scaffoldGuidance(element, application, snapshot, today);
          return file ? created([file], session) : { refused: `There is guidance on “${element.shortTitle}” already.` };
        });
        return result ?? NOT_SERVED;
      },
    );
    connection.onRequest(
      CREATE_REQUESTS.markReviewed,
      ({ uri }: DocumentParams, token): Promise<WorkspaceEdit | null> =>
        context.about(uri, token, ({ session, document }) => {
          const change = markReviewed(document);
          return (change && toWorkspaceEdit(change, context.changeContext(session))) ?? null;
        }),
    );
    connection.onRequest(
      CREATE_REQUESTS.coverageReport,
      ({ root: uri }: RootParams, token): Promise<string | null> =>
        context.inRoot(uri, token, ({ root }) => coverageMarkdown(coverageOf(root.snapshot))),
    );
  },
};

/** Files by the URIs that they are to have. */
function created(files: readonly ScaffoldFile[], session: RootSession): CreateResult {
  return { files: files.map(({ path, text }) => ({ uri: session.uriOf(path), text })) };
}
