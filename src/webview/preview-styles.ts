/**
 * The look of the preview's panel. It is given to the page as a sheet made by script, which the content security policy
 * allows, so that nothing of the preview is in the style sheet of the site.
 */
const STYLES = `
.preview-panel { position: sticky; bottom: 0; z-index: 4; max-height: 45vh; overflow: auto; padding: 0.5rem 1rem;
  border-top: 3px solid var(--dm-text); background: var(--dm-raised); color: var(--dm-text); font-size: 0.9rem; }
.preview-panel summary { cursor: pointer; font-weight: 650; }
.preview-none { margin: 0.2rem 0; }
.preview-findings { margin: 0.5rem 0; padding-left: 1.2rem; }
.preview-finding { margin: 0.3rem 0; overflow-wrap: anywhere; }
.preview-place { color: var(--dm-muted); }
.preview-notice { margin: 1rem 0; padding: 0.5rem 1rem; border: 3px solid var(--dm-text); background: var(--dm-raised); color: var(--dm-text); }
.preview-notice p { margin: 0; }
@media print { .preview-panel { display: none; } }
`;

/** Adds the panel's styles to a page. */
export function addPreviewStyles(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
