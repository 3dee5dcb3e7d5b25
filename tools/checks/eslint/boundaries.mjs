import { dirname, posix, relative, sep } from 'node:path';
import { complaintAbout, partOf, partOfPackage } from './layers.mjs';

const toPosix = (path) => path.split(sep).join('/');

/** The imported path from the root, for a relative specifier or the web's `@/`; undefined for anything else. */
function targetPath(specifier, file) {
  const bare = specifier.replace(/[?#].*$/, '');
  if (bare.startsWith('.')) return posix.normalize(posix.join(dirname(file), bare));
  return bare.startsWith('@/') ? posix.join('apps/web/src', bare.slice(2)) : undefined;
}

/** `modules/partners/index.js` or the folder `modules/partners`: what others may see of a module or feature. */
const isIndex = (path) => /\/(modules|features)\/[^/]+(\/index(\.\w+)?)?$/.test(path);

/** ESLint rule: imports keep to the layers of layers.mjs. Works on paths alone, so nothing needs to be resolved. */
export const boundaries = {
  meta: { type: 'problem', schema: [], messages: { crossed: '{{complaint}}' } },
  create(context) {
    const file = toPosix(relative(context.cwd, context.filename));
    const from = partOf(file);
    if (!from) return {};

    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const path = targetPath(source.value, file);
      const to = path === undefined ? partOfPackage(source.value) : partOf(path);
      const complaint = to && complaintAbout(from, to, path !== undefined && isIndex(path));
      if (complaint) context.report({ node: source, messageId: 'crossed', data: { complaint } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
