import { Document, type FileChild } from 'docx';
import type { Application } from '../../../core/workspace/application.js';
import { fieldText } from '../../../core/workspace/document.js';
import type { Copy } from './copy.js';
import { documentStyles } from './document-styles.js';
import { pageFooter, pageProperties } from './page-layout.js';
import { lineText } from './xml-text.js';

/** Puts the parts of a copy together: its pages, styles, lists and footnotes. */
export function wordDocument(copy: Copy, { title, path }: Application, children: readonly FileChild[]): Document {
  const { snapshot } = copy.input;
  const facts = snapshot.facts(path);
  const lang = (facts && fieldText(facts, 'lang')) ?? snapshot.manifest.lang;
  return new Document({
    title: lineText(title),
    creator: lineText(snapshot.manifest.title),
    lastModifiedBy: lineText(snapshot.manifest.title),
    styles: documentStyles(lang),
    numbering: copy.lists.numbering,
    footnotes: copy.footnotes,
    sections: [
      {
        properties: pageProperties(copy.space),
        footers: { default: pageFooter(title, copy.space) },
        children,
      },
    ],
  });
}
