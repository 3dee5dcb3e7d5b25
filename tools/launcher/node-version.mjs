const oldest = [20, 19];

/** Why this Node cannot run the product, or undefined when it can. @param version as in `process.versions.node` */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  const old = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return old ? `Node.js ${oldest.join('.')} or newer is needed; this is ${version}` : undefined;
}
