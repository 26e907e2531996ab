// A thread knows nothing of TypeScript by itself.
import { register } from 'tsx/esm/api';

register();
const { serveRendering } = await import('../../../../src/platform/node/site/serve-rendering.ts');
const { renderStub } = await import('./stub-render.ts');
serveRendering(renderStub);
