/**
 * Which part of the house may import which. A part is recognised by its path from the root of the repository;
 * `unit` divides a part into modules or features, which see each other only through their `index`.
 */
const parts = [
  { name: 'contracts', path: /^libs\/contracts\/src\// },
  { name: 'signing', path: /^libs\/signing\/src\// },
  { name: 'environment', path: /^libs\/environment\// },
  { name: 'api/modules', path: /^apps\/api\/src\/modules\/(?<unit>[^/]+)/ },
  { name: 'api/core', path: /^apps\/api\/src\/core\// },
  { name: 'api/migrations', path: /^apps\/api\/src\/migrations\// },
  { name: 'api', path: /^apps\/api\/src\// },
  { name: 'web/ui', path: /^apps\/web\/src\/ui\// },
  { name: 'web/features', path: /^apps\/web\/src\/features\/(?<unit>[^/]+)/ },
  { name: 'web/locales', path: /^apps\/web\/src\/locales\// },
  { name: 'web', path: /^apps\/web\/src\// },
];

const mayImport = {
  contracts: [],
  signing: [],
  environment: [],
  'api/core': ['contracts', 'environment', 'api/migrations'],
  'api/migrations': ['contracts', 'api/core'],
  'api/modules': ['contracts', 'signing', 'api/core'],
  api: ['contracts', 'signing', 'environment', 'api/core', 'api/modules', 'api/migrations'],
  'web/ui': ['contracts', 'web'],
  'web/locales': ['contracts'],
  'web/features': ['contracts', 'signing', 'web', 'web/ui', 'web/locales'],
  web: ['contracts', 'signing', 'web/ui', 'web/features', 'web/locales'],
};

const packages = {
  '@praktika/contracts': 'contracts',
  '@praktika/signing': 'signing',
  '@praktika/environment': 'environment',
  '@praktika/api': 'api',
  '@praktika/web': 'web',
};

/** The part a path belongs to, as `{name, unit}`, or undefined for a path outside the house (tests, tools, npm). */
export function partOf(path) {
  for (const part of parts) {
    const match = part.path.exec(path);
    if (match) return { name: part.name, unit: match.groups?.unit?.replace(/\.\w+$/, '') };
  }
  return undefined;
}

/** The part a package of ours belongs to, by the name it is imported under. */
export function partOfPackage(specifier) {
  const name = Object.keys(packages).find(
    (known) => specifier === known || specifier.startsWith(`${known}/`),
  );
  return name && { name: packages[name] };
}

/**
 * Why one file may not import another, or undefined when it may.
 *
 * @param from the importing part
 * @param to the imported part
 * @param isIndex whether the imported file is the index of its module or feature
 */
export function complaintAbout(from, to, isIndex) {
  if (from.name === to.name) {
    const inside = from.unit === to.unit;
    return inside || isIndex
      ? undefined
      : `${from.name}/${from.unit} may import ${to.unit} only through its index`;
  }
  if (!mayImport[from.name].includes(to.name)) return `${from.name} may not import ${to.name}`;
  return to.unit && !isIndex && from.name !== 'api' && from.name !== 'web'
    ? `${from.name} may import ${to.unit} only through its index`
    : undefined;
}
