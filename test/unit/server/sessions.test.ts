import { strict as assert } from 'node:assert';
import type { ServedRoot, ServerHost } from '../../../src/server/host.js';
import { Sessions } from '../../../src/server/sessions.js';

describe('the roots that a server keeps', () => {
  it('are those of the folders that were given last, however long it takes to look into others', async () => {
    let found = () => {};
    const looking = new Promise<void>((resolve) => {
      found = resolve;
    });
    const host: ServerHost = {
      rootOf: async () => undefined,
      rootsIn: async (folder) => {
        if (folder.endsWith('slow')) await looking;
        return [folder];
      },
      openRoot: async () => ({}) as ServedRoot,
      rulePage: () => undefined,
      version: '',
    };
    const sessions = new Sessions(host, {
      watch: false,
      push: false,
      send: () => undefined,
      sendEarly: () => undefined,
      opening: (_root, open) => open({}),
      changed: () => undefined,
      failed: (error) => assert.fail(String(error)),
    });
    const given = [sessions.setFolders(['file:///slow']), sessions.setFolders(['file:///quick'])];
    setTimeout(found, 20);
    await Promise.all(given);
    assert.deepEqual(
      (await sessions.all()).map(({ uri }) => uri),
      ['file:///quick'],
    );
  });
});
