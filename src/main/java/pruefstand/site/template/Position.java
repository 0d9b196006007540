package pruefstand.site.template;

/**
 * Where a loop is.
 *
 * @param index from 0
 */
public record Position(int index) {

    public int count() {
        return index + 1;
    }

    public boolean first() {
        return index == 0;
    }
}
