import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { complain } from "./complaint.ts";

const Endpoints = v.object({ address: v.string(), environment: v.record(v.string(), v.string()) });
type Endpoints = v.InferOutput<typeof Endpoints>;

const fileIn = (folder: string) => join(folder, "endpoints.json");
export const dataFolder = () => process.env["DATA_DIR"] || ".data";

/** For other commands on this machine: where the running portal is, and where it keeps its things. */
export const publishEndpoints = (folder: string, endpoints: Endpoints) =>
  writeFileSync(fileIn(folder), JSON.stringify(endpoints, null, 2), { mode: 0o600 });
export const withdrawEndpoints = (folder: string) => rmSync(fileIn(folder), { force: true });

/** Points this process at the portal that runs on the same data folder, as its functions are; complains when none does. */
export async function useRunningPortal(): Promise<{ address: string }> {
  const endpoints = endpointsIn(dataFolder());
  const answers =
    endpoints &&
    (await fetch(`${endpoints.address}/api/outbox`)
      .then(({ ok }) => ok)
      .catch(() => false));
  if (!endpoints || !answers) complain(`No portal runs on the data folder ${dataFolder()}: start it with "npm start".`);

  Object.assign(process.env, endpoints.environment);
  return { address: endpoints.address };
}

function endpointsIn(folder: string): Endpoints | undefined {
  try {
    return v.parse(Endpoints, JSON.parse(readFileSync(fileIn(folder), "utf8")));
  } catch {
    return undefined; // never started, or stopped
  }
}
