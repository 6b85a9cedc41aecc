/**
 * What a cell prints, in batches. tslab sends every line as a message of its own and waits for none: ZeroMQ's binding
 * refuses all after some 500 at once, among them that the kernel is idle again, and a front end takes minutes for a
 * hundred thousand. Texts of one stream are joined until they are long or old, until something else is sent, or until
 * the cell ends; the publishing socket takes whatever comes.
 */

/** Characters of a batch; what waits longer than so many milliseconds is sent. */
const LONG = 100_000;
const OLD_MS = 100;

/** @param jupyter tslab's module of that name. */
function batchOutput(jupyter) {
  const { JupyterHandlerImpl, ZmqServer } = jupyter;
  const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
  JupyterHandlerImpl.prototype.handleExecuteImpl = async function (request, writeStream, writeDisplay) {
    await new Promise(setImmediate); // outside the receiving socket's callback, which an ended loop would break
    const batch = new Batch(writeStream);
    const display = (...content) => {
      batch.send();
      writeDisplay(...content);
    };
    try {
      return await handleExecuteImpl.call(this, request, (name, text) => batch.add(name, text), display);
    } finally {
      batch.send();
    }
  };
  const { bindSocket } = ZmqServer.prototype;
  ZmqServer.prototype.bindSocket = function (socket, port) {
    if (socket === this.iopub) takeEverything(socket);
    return bindSocket.call(this, socket, port);
  };
}

/** A publishing socket never blocks: without a limit of its queue it drops nothing, and sends at once. */
function takeEverything(socket) {
  socket.sendTimeout = 0;
  socket.sendHighWaterMark = 0;
}

/** Texts of one stream that wait to be sent. A cell that has ended may go on to print. */
class Batch {
  constructor(write) {
    this.write = write;
    this.name = '';
    this.texts = [];
    this.length = 0;
    this.since = 0;
    this.timer = undefined;
  }

  add(name, text) {
    if (this.texts.length > 0 && name !== this.name) this.send();
    if (this.texts.length === 0) {
      this.name = name;
      this.since = Date.now();
      this.timer ??= setTimeout(() => this.send(), OLD_MS);
    }
    this.texts.push(text);
    this.length += text.length;
    if (this.length >= LONG || Date.now() - this.since >= OLD_MS) this.send();
  }

  send() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.texts.length === 0) return;
    const text = this.texts.join('');
    this.texts = [];
    this.length = 0;
    this.write(this.name, text);
  }
}

module.exports = { batchOutput };
