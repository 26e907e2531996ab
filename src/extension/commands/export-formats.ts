/** The formats that are offered, those for people before those for programs. Which there are, the command says. */
export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'scorm', 'moodle', 'case', 'jsonld'] as const;

/** A format that is offered. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
