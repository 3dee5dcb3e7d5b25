/** What a table can be imported as: places of the marketplace, and the moderator's reference data. */
export const IMPORT_KINDS = ['PLACES', 'PROFESSIONS', 'SPECIALTIES', 'AREAS'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_KIND_LABELS: Readonly<Record<ImportKind, string>> = {
  PLACES: 'Импорт мест',
  PROFESSIONS: 'Импорт профессий',
  SPECIALTIES: 'Импорт специальностей',
  AREAS: 'Импорт областей профессиональной деятельности',
};

/** Reference data the moderator imports: `POST /imports/reference/{kind}`, with the kind it becomes. */
export const REFERENCE_IMPORTS = {
  professions: 'PROFESSIONS',
  specialties: 'SPECIALTIES',
  areas: 'AREAS',
} as const satisfies Readonly<Record<string, ImportKind>>;

export type ReferenceImport = keyof typeof REFERENCE_IMPORTS;

/** Files a template is handed out as. */
export const TEMPLATE_FORMATS = ['XLSX', 'CSV'] as const;

export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** Media types a table may be uploaded in. */
export const IMPORT_MEDIA_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;

/** Bounds of an imported table. Sizes in bytes, lengths in characters. */
export const IMPORT_LIMITS = {
  size: 30 * 1024 * 1024,
  rows: 50_000,
  columns: 100,
  cell: 10_000,
  /** Rows of a report on one page. */
  page: 100,
} as const;
