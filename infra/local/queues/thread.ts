import { parentPort, workerData } from "node:worker_threads";
import { serveQueues } from "./server.ts";

// In a thread of its own: its writes to disk hold up nobody's page.
const { port, stop } = await serveQueues(String(workerData));
parentPort!.postMessage(port);
parentPort!.once("message", async () => {
  await stop();
  parentPort!.close();
});
