// What a page of joining says and works out is three times as heavy as its form, so it comes in a file of its own, one for each
// language, named in `data-then`. It is asked for while the record is being read.
import { theForm } from "../change/form.ts";

/** Rejects when it cannot be had. A module that failed once is not fetched again under the same address. */
export async function later<Module>(): Promise<Module> {
  const address = theForm().dataset["then"] ?? "";
  const module: Promise<Module> = import(address);
  return module.catch((): Promise<Module> => import(`${address}?again`));
}
