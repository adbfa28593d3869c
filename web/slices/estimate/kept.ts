// What an estimate leaves in the tab: the region for the next one, and what was typed.
const REGION = "estimate:region";

export const draftOf = (name: string): string => `estimate/${name}`;

export function hasDraft(name: string): boolean {
  try {
    return sessionStorage.getItem(`typed:${draftOf(name)}`) !== null;
  } catch {
    return false;
  }
}

export function keptRegion(): string {
  try {
    return sessionStorage.getItem(REGION) ?? "";
  } catch {
    return "";
  }
}

export function keepRegion(region: string): void {
  try {
    sessionStorage.setItem(REGION, region);
  } catch {
    // Then the next page begins with the national rules.
  }
}
