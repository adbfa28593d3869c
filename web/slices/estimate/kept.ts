// What an estimate leaves in the tab: the region for the next one, and what was typed.
import { keepInTab, keptInTab } from "../../tab.ts";

const REGION = "estimate:region";

export const draftOf = (name: string): string => `estimate/${name}`;
export const hasDraft = (name: string): boolean => keptInTab(`typed:${draftOf(name)}`) !== "";

export const keptRegion = (): string => keptInTab(REGION);
export const keepRegion = (region: string): void => keepInTab(REGION, region);
