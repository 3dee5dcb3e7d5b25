/**
 * What a drill found: figures, and checks that passed or did not.
 *
 * @returns `{figures, checks, figure, check, none, ok}`; `none(text, complaints)` is a check that there are no complaints
 */
export function createResult() {
  const figures = [];
  const checks = [];
  return {
    figures,
    checks,
    /** Something worth knowing that is neither right nor wrong. */
    figure: (text, value) => figures.push({ text, value }),
    check: (text, passed, details = '') => checks.push({ text, passed, details: String(details) }),
    none: (text, complaints) =>
      checks.push({ text, passed: complaints.length === 0, details: complaints.slice(0, 20).join('\n') }),
    ok: () => checks.every(({ passed }) => passed),
    failures: () => checks.filter(({ passed }) => !passed).map(({ text, details }) => `${text}: ${details}`),
  };
}
