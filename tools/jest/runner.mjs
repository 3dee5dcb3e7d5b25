import { createRequire, findSourceMap, register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs a test file with jest-circus on Node's own modules instead of Jest's: what two test files import is read,
 * compiled and evaluated once per worker, and stays warm. There are no module mocks, and a module's state outlives the
 * test file.
 */
export default function run(globalConfig, config, environment, runtime, testPath, sendMessage) {
  forgetTheFileBefore();
  Error.prepareStackTrace = describeStack;
  return circus(globalConfig, config, environment, onNodesModules(runtime), testPath, sendMessage);
}

register('./typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
const circus = require('jest-circus/runner').default;

/** The same runtime, but a test file and the framework around it are loaded by Node. */
function onNodesModules(runtime) {
  const own = {
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    requireInternalModule: (path) => require(path),
  };
  return new Proxy(runtime, {
    get(target, key) {
      if (key in own) return own[key];
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** jest-circus keeps the tests and listeners of a file in its module and in global symbols: each file gets them new. */
function forgetTheFileBefore() {
  for (const path of Object.keys(require.cache)) {
    if (/[\\/]jest-circus[\\/]build[\\/]jestAdapterInit\.js$/.test(path)) delete require.cache[path];
  }
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
}

/** A stack in places of the sources. Jest's own maps know only what Jest has compiled, and Node's writes `<anonymous>`, which Jest hides. */
function describeStack(error, frames) {
  return [String(error), ...frames.map((frame) => `    at ${describeFrame(frame)}`)].join('\n');
}

function describeFrame(frame) {
  const url = frame.getFileName();
  const line = frame.getLineNumber();
  const map = url?.endsWith('.ts') && line !== null ? findSourceMap(url) : undefined;
  if (!map) return frame.toString();
  const { fileName, lineNumber, columnNumber } = map.findOrigin(line, frame.getColumnNumber());
  const place = `${fileURLToPath(fileName ?? url)}:${lineNumber ?? line}:${columnNumber ?? 0}`;
  const name = frame.getFunctionName();
  return name ? `${name} (${place})` : place;
}
