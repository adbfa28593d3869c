// What a tab remembers while it is open, under a name. Where storage is forbidden the page alone remembers it, and all goes on.

/** `""`: nothing. */
export function keptInTab(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** `""` forgets it. */
export function keepInTab(name: string, value: string): void {
  try {
    if (value) sessionStorage.setItem(name, value);
    else sessionStorage.removeItem(name);
  } catch {
    // Whoever reads it finds nothing, and asks again.
  }
}
