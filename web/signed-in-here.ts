// Whether somebody signed in in this tab: only a hint, so that pages for everybody ask nothing of who did not.
const NAME = "signed-in";

export function rememberSignIn(): void {
  try {
    sessionStorage.setItem(NAME, "1");
  } catch {
    // Then pages for everybody ask first.
  }
}

export function forgetSignIn(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
}

export function knowsSignIn(): boolean {
  try {
    return sessionStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}
