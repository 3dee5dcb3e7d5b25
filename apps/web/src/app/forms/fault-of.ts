/** Words of the fault at a pointer; given by the form to its sections. */
export type FaultOf = (pointer: string) => string | undefined;
