import { tag, textOf } from '../../map/markup.js';
import { hrefOf } from './addresses.js';
import { type Course, PLAYER, SITE_FOLDER } from './types.js';

/**
 * The manifest of a package: one course with one SCO, the player (SCORM 1.2, “Content Aggregation Model”, sections 2.3
 * and 2.4; IMS Content Packaging 1.1.2). Every file of the package is listed.
 */
export function manifestXml({ uuid, title, siteFiles }: Course): string {
  // Identifiers are of the type ID of XML, which begins with a letter.
  const id = (what: string) => `${what}-${uuid}`;
  const files = [...Object.values(PLAYER), ...siteFiles.map((path) => SITE_FOLDER + path)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id('package')}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata>
<schema>ADL SCORM</schema>
<schemaversion>1.2</schemaversion>
</metadata>
<organizations default="${id('course')}">
<organization identifier="${id('course')}">
<title>${textOf(title)}</title>
<item identifier="${id('item')}" identifierref="${id('player')}" isvisible="true">
<title>${textOf(title)}</title>
</item>
</organization>
</organizations>
<resources>
<resource identifier="${id('player')}" type="webcontent" adlcp:scormtype="sco" href="${PLAYER.page}">
${files.map((path) => `${tag('file', { href: hrefOf(path) }).replace('></file>', '/>')}\n`).join('')}</resource>
</resources>
</manifest>
`;
}
