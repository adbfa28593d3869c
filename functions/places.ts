// Names of places, by their codes: read when somebody first asks for one, and then kept.
import type { loadDivisions } from "../shared/divisions/divisions.ts";
import { settingOf } from "./environment.ts";

const demoCounties = settingOf("DEMO_COUNTIES", "").split(",").filter(Boolean);
let loading: ReturnType<typeof loadDivisions> | undefined;

export const divisions = () => {
  loading ??= import("../shared/divisions/divisions.ts").then((module) => module.loadDivisions(demoCounties));
  return loading;
};

export const places = async () => {
  const { divisionName } = await divisions();
  return (code: string) => divisionName(code)?.join("") ?? code;
};

/** Whether somebody can live in it. */
export const divisionIsKnown = async (code: string) => (await divisions()).holdsAddresses(code);
