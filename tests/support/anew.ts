// Before each test file of those that share a process: what is ours is loaded anew, with the engine and the environment of that file.
// What npm installed stays loaded, and so does the browser.
import { afterAll, vi } from "vitest";

vi.resetModules();
const before = { ...process.env };

// Registered before all others, so it comes last: whatever the file left behind, the next one finds a real clock and nothing played.
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
