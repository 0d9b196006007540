package pruefstand.serve;

import pruefstand.site.LivePage.ProblemKind;

/** A request that gets an error page. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final ProblemKind kind;

    Rejection(int status, ProblemKind kind) {
        super(kind.name(), null, false, false);
        this.status = status;
        this.kind = kind;
    }

    int status() {
        return status;
    }

    ProblemKind kind() {
        return kind;
    }
}
