package pruefstand.run;

/** One line of a worker's input; the wrapping tells the writer that a request is one of several types. */
record WorkerAsk(WorkerRequest request) {
}
