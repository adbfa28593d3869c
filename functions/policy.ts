// The numbers of policy come with the deployment: a request asks nobody else for them, and the worker and the API of one
// deployment reckon with the same ones.
import * as v from "valibot";
import { DeployedPolicy, openDeployed } from "../shared/policy/deployed.ts";
import type { Policy } from "../shared/policy/law.ts";
import data from "./data/policy.json" with { type: "json" };

let opened: Policy | undefined;

/** Opened at the first question. */
export const deployedPolicy: Policy = (place) => {
  opened ??= openDeployed(v.parse(DeployedPolicy, data));
  return opened(place);
};
