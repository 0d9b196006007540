package pruefstand.task.speed;

/**
 * A repetition as it is kept beside a record.
 *
 * @param test {@code pp512} or {@code tg128}, with the length that was run
 * @param repetition from 0
 * @param tokensPerSecond how fast it was
 */
record SpeedItem(String test, int repetition, double tokensPerSecond) {
}
