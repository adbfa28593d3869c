/**
 * For clients behind which a person waits: better "we cannot reach the register now" after a few seconds than nothing after ten.
 * Without `throwOnRequestTimeout` the SDK would print a warning and go on waiting.
 */
export const impatient = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
};
