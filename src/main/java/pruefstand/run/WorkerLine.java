package pruefstand.run;

/** One line of a worker's output; the wrapping tells the writer that a reply is one of several types. */
record WorkerLine(WorkerReply reply) {
}
