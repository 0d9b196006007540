package pruefstand.run;

import pruefstand.record.FailureKind;

/**
 * A limit that a worker has passed.
 *
 * @param kind which sort of failure that is
 * @param reason for the record, in English
 */
record Overrun(FailureKind kind, String reason) {
}
