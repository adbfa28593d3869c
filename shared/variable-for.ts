// Apart from the topology: what only needs the name of a variable does not carry all of it along.

/** A function finds each resource it uses in a variable of that name: register → REGISTER. */
export const variableFor = (resource: string) => resource.toUpperCase();
