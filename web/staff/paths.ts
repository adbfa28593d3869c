// Where staff sign in, and back.
import { here } from "../paths.ts";

/** Away to sign in and back to this very page. The promise never settles: the page that waits for it is left. */
export function leaveToStaffSignIn(): Promise<never> {
  location.assign(signInPath());
  return new Promise(() => {});
}

export const signInPath = (): string =>
  `${here("/staff/sign-in")}?return=${encodeURIComponent(location.pathname + location.search)}`;

/** Where to go afterwards: a page for staff, never another one, in the language that is read now. */
export function staffReturnPath(search = location.search): string {
  const wanted = new URLSearchParams(search).get("return") ?? "";
  const ours = /^(?!.*\.\.)\/(?:en\/)?staff(?:[/?][\w\-/?=&.%]*)?$/.test(wanted) && !/\/staff\/sign-in/.test(wanted);
  return here(ours ? wanted.replace(/^\/en(?=\/)/, "") : "/staff");
}

/** The issuer is another site: its way begins at the API. */
export const issuerPath = (): string => `/api/staff/session/start?return=${encodeURIComponent(staffReturnPath())}`;
