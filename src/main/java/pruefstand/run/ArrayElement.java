package pruefstand.run;

/**
 * One element of a job array, which measures one model.
 *
 * @param array name of the array
 * @param index from 0
 */
record ArrayElement(String array, int index) {

    @Override
    public String toString() {
        return array + "-" + index;
    }
}
