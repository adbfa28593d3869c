// What a page reads of the registration form, and of one that was sent: as much of the answer as it shows, so that its bundle carries
// no more. Apart from the contract, which would bring the whole answer along.
import type * as v from "valibot";
import type { Contract } from "../kernel/contract.ts";
import type { readRegistration, readRegistrationForm } from "./contract.ts";

type Route<Of extends Contract & { signedIn: true }> = Pick<Of, "method" | "path" | "signedIn" | "status"> & { title: "" };
const form: Route<typeof readRegistrationForm> = {
  method: "GET",
  path: "/registrations/form",
  title: "",
  signedIn: true,
  status: 200,
};
const sent: Route<typeof readRegistration> = {
  method: "GET",
  path: "/registrations/:receipt",
  title: "",
  signedIn: true,
  status: 200,
};

export const readFormAs = <const Reply extends v.GenericSchema>(reply: Reply) => ({ ...form, reply });
export const readSentAs = <const Reply extends v.GenericSchema>(reply: Reply) => ({ ...sent, reply });
