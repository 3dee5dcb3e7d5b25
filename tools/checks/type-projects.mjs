import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../launcher/paths.mjs';

const isProject = (name) => /^tsconfig(\.[\w-]+)?\.json$/.test(name);

/**
 * Every compiler project of the workspace, found rather than listed, so that a new one cannot be forgotten.
 *
 * @returns `{file, vue}`: the path from the root, and whether it holds Vue components
 */
export function findTypeProjects() {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(inRoot(group))
      .filter((name) => existsSync(inRoot(group, name, 'package.json')))
      .flatMap((name) =>
        readdirSync(inRoot(group, name))
          .filter(isProject)
          .map((file) => ({ file: `${group}/${name}/${file}`, vue: name === 'web' })),
      ),
  );
}

/**
 * The compiler projects the lint reads types from: of every package the one with its tests, which holds the sources
 * too. A program for each further project would be made from the same files again. A file in none of them is an error.
 */
export function findLintProjects() {
  const files = findTypeProjects().map(({ file }) => file);
  const withTests = files.filter((file) => file.endsWith('/tsconfig.test.json'));
  const others = files.filter((file) => file.endsWith('/tsconfig.json'));
  return [...withTests, ...others.filter((file) => !withTests.includes(file.replace('.json', '.test.json')))];
}
