/** Work that any thread can do: an exported function without side effects, of plain data to plain data. */
export interface ThreadTask<Input, Output> {
  /** The file that exports it: `__filename` there. */
  file: string;
  /** Its name there. */
  name: string;
  run(input: Input): Output;
}

/** What a thread is sent. */
export interface ThreadRequest {
  id: number;
  file: string;
  name: string;
  input: unknown;
}

/** What it sends back: without an output where the function threw. */
export interface ThreadAnswer {
  id: number;
  output?: unknown;
}
