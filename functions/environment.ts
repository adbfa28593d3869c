import type { ResourceName, topology } from "../shared/topology.ts";
import { variableFor } from "../shared/variable-for.ts";

/** Where a resource named in the topology lives in this environment. Missing means mis-deployed, so we stop at once. */
export const locationOf = (resource: ResourceName): string => variable(variableFor(resource));

type Setting = (typeof topology.functions)[keyof typeof topology.functions]["settings"][number];

/** What the operator sets. Without a default it has to be there. */
export const settingOf = (setting: Setting, unlessSet?: string): string => variable(setting, unlessSet);

function variable(name: string, unlessSet?: string): string {
  const value = process.env[name] || unlessSet;
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
