// npm start: the whole portal on this machine, in one command.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

process.stdout.on("error", () => {}); // whoever read along has gone; the portal goes on
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/node")); // before anything else is loaded

const { startPortal } = await import("./start/portal.ts");
await startPortal();
