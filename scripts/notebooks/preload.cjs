/**
 * Loaded into the kernel before anything else (`node --require`): writes down, message by message, what the kernel
 * sends to the front end, so that the runner can tell what was lost on the way, and what tslab would swallow.
 * One JSON object a line, in the file that CUSTOMER_SEGMENTATION_JOURNAL names.
 */
const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { isMainThread } = require('node:worker_threads');

const file = process.env.CUSTOMER_SEGMENTATION_JOURNAL;
const isKernel = isMainThread && process.argv.includes('kernel') && process.argv.includes('--config-path');

if (file && isKernel) {
  // Programs that the notebook starts are not kernels.
  delete process.env.NODE_OPTIONS;
  watchZeroMQ();
  watchProcess();
  // `show` announces what it is about to display: should it never be sent, that is seen too.
  globalThis[Symbol.for('customer-segmentation.announce')] = (types, text) =>
    write({ event: 'show', types, text });
}

function write(event) {
  appendFileSync(file, `${JSON.stringify(event)}\n`);
}

function watchProcess() {
  process.on('unhandledRejection', (reason) => write({ event: 'rejection', text: inWords(reason) }));
  process.on('uncaughtException', (error) => write({ event: 'exception', text: inWords(error) }));
  process.on('exit', (code) => write({ event: 'exit', code }));
}

function watchZeroMQ() {
  const load = Module._load;
  Module._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if (request === 'zeromq' && loaded.Publisher) {
      Module._load = load;
      watchPublisher(loaded.Publisher.prototype);
    }
    return loaded;
  };
}

/** Only the publishing socket carries outputs. `send` is inherited and read-only, hence `defineProperty`. */
function watchPublisher(prototype) {
  const { send } = prototype;
  const value = function (frames) {
    const message = readMessage(frames);
    if (message) write(message);
    try {
      return send.call(this, frames);
    } catch (error) {
      if (message && error.code === 'EBUSY') write({ event: 'refused', id: message.id });
      throw error;
    }
  };
  Object.defineProperty(prototype, 'send', { configurable: true, writable: true, value });
}

/** Jupyter's wire protocol: identities, a delimiter, a signature, header, parent header, metadata, content. */
function readMessage(frames) {
  const start = frames.findIndex((frame) => String(frame) === '<IDS|MSG>') + 2;
  const [header, parent, , content] = frames.slice(start).map((frame) => JSON.parse(String(frame)));
  if (parent.msg_type !== 'execute_request') return undefined;
  const id = parent.msg_id;
  if (header.msg_type === 'stream') return { event: 'stream', id, name: content.name, text: content.text };
  if (header.msg_type === 'status') return { event: content.execution_state, id };
  if (header.msg_type !== 'display_data') return undefined;
  return {
    event: 'display',
    id,
    types: Object.keys(content.data),
    text: String(content.data['text/plain'] ?? ''),
  };
}

function inWords(reason) {
  if (reason instanceof Error) return reason.stack ?? String(reason);
  return typeof reason === 'string' ? reason : require('node:util').inspect(reason);
}
