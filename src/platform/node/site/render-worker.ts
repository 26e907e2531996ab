import { renderDocument } from '../../../site/pages/document-page.js';
import { serveRendering } from './serve-rendering.js';

// A thread that makes the pages of documents: it is told which.
serveRendering(renderDocument);
