package pruefstand.record.compare;

import pruefstand.record.StoredRecord;

/**
 * Two runs of one task.
 *
 * @param a the first
 * @param b what is compared with it
 */
public record RunPair(StoredRecord a, StoredRecord b) {
}
