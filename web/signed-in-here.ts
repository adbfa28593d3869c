// Whether somebody signed in in this tab: only a hint, so that pages for everybody ask nothing of who did not.
import { keepInTab, keptInTab } from "./tab.ts";

const NAME = "signed-in";

export const rememberSignIn = (): void => keepInTab(NAME, "1");
export const forgetSignIn = (): void => keepInTab(NAME, "");
export const knowsSignIn = (): boolean => keptInTab(NAME) !== "";
