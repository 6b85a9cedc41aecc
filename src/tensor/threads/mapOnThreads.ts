import { threadCount } from './threadCount';
import { answersOf, endThreads, keepThreads, type PoolThread, takeThreads } from './threadPool';
import type { ThreadRequest, ThreadTask } from './threadTask';

/** Inputs that a thread is given ahead, so that it need not wait while this one is busy. */
const AHEAD = 2;

/** How to share work out. */
export interface SharingOptions {
  /** Whether it is worth starting threads; otherwise this one does it all. */
  isLarge: boolean;
  /** Told how many inputs are done; what it throws stops the work. */
  onDone?(done: number): void;
}

let lastId = 0;

/**
 * The outputs of a task for all inputs, in their order. Other threads take part, and this one as well: it never waits for
 * them, but does at the end what they have not brought back. Outputs are therefore the same on any number of threads.
 *
 * @param inputs drawn one by one on this thread, in order.
 * @throws InputError for a number of threads that is none; whatever the task throws.
 */
export function mapOnThreads<Input, Output>(
  task: ThreadTask<Input, Output>,
  inputs: Iterable<Input>,
  { isLarge, onDone }: SharingOptions,
): Output[] {
  const threads = isLarge ? takeThreads(threadCount() - 1) : [];
  try {
    const outputs = share(task, inputs[Symbol.iterator](), threads, onDone);
    if (threads.length > 0) keepThreads();
    return outputs;
  } catch (error) {
    if (threads.length > 0) endThreads();
    throw error;
  }
}

function share<Input, Output>(
  { run, file, name }: ThreadTask<Input, Output>,
  queue: Iterator<Input>,
  threads: readonly PoolThread[],
  onDone?: (done: number) => void,
): Output[] {
  const outputs: Output[] = [];
  const sent = new Map<number, Job<Input>>();
  let drawn = 0;
  let done = 0;
  const next = (): Job<Input> | undefined => {
    const { value, done: isEnd } = queue.next();
    return isEnd ? undefined : { place: drawn++, input: value };
  };
  const keep = ({ place }: Job<Input>, output: Output) => {
    outputs[place] = output;
    onDone?.(++done);
  };
  for (;;) {
    for (const thread of threads) {
      for (const { id, output } of answersOf(thread)) {
        const job = sent.get(id);
        sent.delete(id);
        if (job) keep(job, output === undefined ? run(job.input) : (output as Output));
      }
      while (thread.asked.size < AHEAD) {
        const job = next();
        if (!job) break;
        sent.set(++lastId, job);
        thread.asked.add(lastId);
        thread.port.postMessage({ id: lastId, file, name, input: job.input } satisfies ThreadRequest);
      }
    }
    const own = next() ?? takeLast(sent);
    if (!own) return outputs;
    keep(own, run(own.input));
  }
}

/** One input and where its output goes. */
interface Job<Input> {
  place: number;
  input: Input;
}

/** The job that was sent last, as the one that is least likely to have been begun. */
function takeLast<Input>(sent: Map<number, Job<Input>>): Job<Input> | undefined {
  const id = [...sent.keys()].pop();
  if (id === undefined) return undefined;
  const job = sent.get(id);
  sent.delete(id);
  return job;
}
