import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * A library under test in a process of its own, which reads one JSON request a line and answers with one. Its
 * data stay in its memory between requests, so that an answer's time is the fit alone.
 */
export class Peer {
  constructor(name, command, args) {
    this.name = name;
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async ask(request) {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`${this.name} ended without an answer (see above)`);
    return JSON.parse(value);
  }

  close() {
    this.child.stdin.end();
  }
}
