import type { Html } from 'mdast';
import { defineDocumentRule } from '../core/lint/rule.js';
import { rangeOf } from '../core/markdown/visit.js';
import type { OffsetRange } from '../core/text/range.js';

/** An alternative text that is the name of a file, or what a camera or a program calls any picture. */
const FILE_NAME = /^(?:\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)|(?:img|dsc|image|picture|photo|screenshot|untitled)[-_ ]*\d*)$/i;

export const rule = defineDocumentRule({
  id: 'image-alt',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Require images to have an alternative text that says what they show',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'This image has no alternative text. Say what it shows, in a sentence, for people who cannot see it.',
      name: 'The alternative text “{alt}” does not say what the image shows. Describe it in a sentence, for people who cannot see it.',
    },
  },
  check({ nodes, report }) {
    const say = (alt: string, at: OffsetRange) => {
      if (alt === '') report({ messageId: 'missing', at });
      else if (FILE_NAME.test(alt)) report({ messageId: 'name', data: { alt }, at });
    };
    for (const type of ['image', 'imageReference'] as const) {
      for (const image of nodes.of(type)) say((image.alt ?? '').trim(), rangeOf(image));
    }
    for (const html of nodes.of('html')) for (const { alt, at } of imagesIn(html)) say(alt, at);
  },
});

/** The images of raw HTML; one with `alt=""` says on purpose that it is decoration. */
function imagesIn(html: Html): { alt: string; at: OffsetRange }[] {
  if (!/<img\b/i.test(html.value) || html.value.startsWith('<!--')) return [];
  const base = rangeOf(html).start;
  return Array.from(html.value.matchAll(/<img\b[^<>]*>/gi)).flatMap((match) => {
    const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(match[0]);
    if (alt && !alt[3] && (alt[1] ?? alt[2] ?? '') === '') return [];
    const at = { start: base + match.index, end: base + match.index + match[0].length };
    return [{ alt: (alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '').trim(), at }];
  });
}
