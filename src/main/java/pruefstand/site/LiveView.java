package pruefstand.site;

/**
 * A page of the server.
 *
 * @param frame what stands around it
 * @param content what its template shows
 */
record LiveView(Frame frame, Object content) {
}
